"""Where the frozen program starts: as a worker that opens photos, or as the command."""

import sys

from app.photo.worker import serve_if_asked

if __name__ == "__main__":
    if serve_if_asked():
        sys.exit()
    # After the question above: a worker has no use for the desk.
    from app.cli.main import run

    sys.exit(run())
