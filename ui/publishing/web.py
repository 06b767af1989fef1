"""The page in a real browser engine that can reach nothing: imported when first shown, not before.

Four locks, each enough against most of what a page may try: the profile keeps nothing, scripts
are off, every address but our own scheme is refused before it is asked, and no link leads away.
Qt wants the scheme known before the first profile is made, not before the application: so it is
registered here, which spares the start of the window the import of the engine.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QPointF, Qt, QUrl, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

# A first view on the GPU would make the window anew: visible as a flash, and slower afterwards.
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtWebEngineCore import (  # the engine reads its surroundings as it is loaded
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineWidgets import QWebEngineView

from ui import theme
from ui.parts import named
from ui.publishing.serving import ADDRESS, HOST, SCHEME, Contents, served
from ui.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

SCHEME_NAME = QByteArray(SCHEME.encode())


def register_scheme() -> None:
    """Make our scheme known to the engine; must run before the first profile."""
    if not QWebEngineUrlScheme.schemeByName(SCHEME_NAME).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(SCHEME_NAME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


register_scheme()


class Counter(QWebEngineUrlSchemeHandler):
    """Hands out the files of one page by name, and nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.contents: Contents = {}
        self.scheme = "light"

    @override
    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if bytes(job.requestMethod().data()) != b"GET" or url.host() != HOST:
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        found = served(self.contents, url.path(), self.scheme)
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        kind, data = found
        buffer = QBuffer(job)
        buffer.setData(data)
        job.reply(kind, buffer)


class Gate(QWebEngineUrlRequestInterceptor):
    """Lets only our own scheme through. `refused` counts what was stopped."""

    refused = 0

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() != SCHEME:
            self.refused += 1
            info.block(True)  # noqa: FBT003  Qt's own signature


class StillPage(QWebEnginePage):
    """A page that leads nowhere."""

    @override
    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool
    ) -> bool:
        return isMainFrame and QUrl(url).toString().partition("#")[0] == ADDRESS

    @override
    def createWindow(self, type: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        return None  # type: ignore[return-value]  # Qt's way to say that no window is made


class Web(QWidget):
    """Shows the files of a page. `stopped()` says that the engine's process ended."""

    stopped = Signal()
    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "preview-web", _("The page as readers will see it"))
        self.counter = Counter(self)
        self.gate = Gate(self)
        self._profile = profile(self)
        self._profile.installUrlSchemeHandler(SCHEME_NAME, self.counter)
        self._profile.setUrlRequestInterceptor(self.gate)
        self.page: StillPage | None = StillPage(self._profile)
        self.view = named(
            QWebEngineView(self), "preview-page", _("The page as readers will see it")
        )
        self.view.setPage(self.page)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._width = 0
        self._at = QPointF()
        self.page.loadFinished.connect(self._loaded)
        self.page.renderProcessTerminated.connect(lambda _how, _code: self.stopped.emit())
        self.setFocusProxy(self.view)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.close_page)

    def show_contents(self, contents: Contents, scheme: str) -> None:
        """Show a page; the place scrolled to stays."""
        if self.page is None:
            return
        self.counter.contents = contents
        self.counter.scheme = scheme
        self._at = self.page.scrollPosition() / self.view.zoomFactor()
        self.page.setBackgroundColor(theme.colour("paper"))
        self.page.load(QUrl(ADDRESS))

    def show_width(self, pixels: int) -> None:
        """Lay the page out as on a screen that many CSS pixels wide, scaled down where need be."""
        self._width = pixels
        self._fit()

    def print_to(self, then: Callable[[bytes], None]) -> None:
        """Print the page as PDF on A4 and hand it over once it is done."""
        if self.page is not None:
            self.page.printToPdf(lambda pdf: then(bytes(pdf.data())))

    def css_width(self) -> int:
        """Return how many CSS pixels wide the page is laid out."""
        return round(self.view.width() / self.view.zoomFactor())

    def close_page(self) -> None:
        """Put the page away before its profile, as the engine wants it."""
        page, self.page = self.page, None
        if page is not None:
            page.deleteLater()
            QCoreApplication.sendPostedEvents(page)

    @override
    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        wanted = self._width or room
        shown = min(room, wanted)
        self.view.setGeometry((room - shown) // 2, 0, shown, self.height())
        self.view.setZoomFactor(min(1.0, room / wanted) if wanted else 1.0)

    def _loaded(self, good: bool) -> None:  # noqa: FBT001  a signal of Qt's
        if good and self.page is not None:
            script = f"window.scrollTo({self._at.x()}, {self._at.y()})"
            world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
            self.page.runJavaScript(script, world)
            self.drawn.emit()


def profile(parent: QWidget) -> QWebEngineProfile:
    """Return a profile that keeps nothing on disk and allows nothing a text page does not need."""
    made = QWebEngineProfile(parent)
    made.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    made.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    settings = made.settings()
    for attribute in QWebEngineSettings.WebAttribute:
        settings.setAttribute(attribute, attribute in ALLOWED)
    made.downloadRequested.connect(lambda request: request.cancel())
    return made


ALLOWED = frozenset(
    {
        QWebEngineSettings.WebAttribute.AutoLoadImages,
        QWebEngineSettings.WebAttribute.ShowScrollBars,
        QWebEngineSettings.WebAttribute.FocusOnNavigationEnabled,
    }
)
"""The only settings that are on."""
