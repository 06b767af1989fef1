"""Where the frozen program starts: as a worker of its own, or as the command.

A frozen bundle has one executable, so its children are itself: those that render the pages of a
large site, those that open photos, and the one that tries out the sandbox of the preview. They have
no use for the desk, hence the late imports.
"""

import multiprocessing
import sys

from app.photo import worker


def main() -> int:
    """Be the child this program was started as, else the command; return the exit code."""
    if worker.serve_if_asked():
        return 0
    from ui.publishing import sandbox  # noqa: PLC0415  see above

    if sandbox.serve_if_asked():
        return 0
    from app.cli.main import run  # noqa: PLC0415  see above

    return run()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
