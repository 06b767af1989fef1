"""Run as a program of its own: whether a web page can be shown safely here. Ends with 0 when it can.

Qt WebEngine ends the whole program where its sandbox cannot start (as root, or where unprivileged
user namespaces are forbidden), so that somebody else has to try first. Runs without the rest of
the window: only PySide6 is imported, and only in `probe`.
"""

import os
import sys

GOOD, BAD = 0, 1
SECONDS = 15


def probe() -> int:
    """Show an empty page without a screen; return 0 when it was loaded."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    from PySide6.QtCore import QTimer  # noqa: PLC0415  nothing of Qt before the choice of platform
    from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    application = QApplication(sys.argv[:1])
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    page.loadFinished.connect(lambda good: application.exit(GOOD if good else BAD))
    page.renderProcessTerminated.connect(lambda _how, _code: application.exit(BAD))
    QTimer.singleShot(SECONDS * 1000, lambda: application.exit(BAD))
    page.setHtml("<p>.</p>")
    code = application.exec()
    sys.stdout.flush()
    # The page must not outlive its profile, and there is nothing to put away in good order.
    os._exit(code)


if __name__ == "__main__":
    sys.exit(probe())
