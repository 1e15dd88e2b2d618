"""The gate around the preview: no script of the writer's text runs, nothing is loaded from afar.

Each layer holds where another gives way: measured, an empty base address with scripts off still
made requests, a file address read any file, and a content policy alone followed links.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote

from PySide6.QtCore import QFile, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from editor.export.image_sources import find_image_file, raster_type

SCHEME = b"rezension"
_SIGNATURE_BYTES = 32
BASE = QUrl("rezension://seite/")
"""Address of the page: no address of a network or of a file."""


def register_scheme() -> None:
    """Make the scheme known; has to happen before the application is created."""
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    QWebEngineUrlScheme.registerScheme(scheme)


def image_url(source: str) -> str | None:
    """Return the address under which the preview asks for an image beside the review."""
    if ":" in source or source.startswith(("/", "\\")):
        return None
    return BASE.toString() + quote(unquote(source), safe="/")


class _RequestFilter(QWebEngineUrlRequestInterceptor):
    """Lets through the review's own images and what is written into the page."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        scheme = info.requestUrl().scheme()
        if scheme not in (SCHEME.decode(), "data"):
            info.block(True)  # noqa: FBT003


class _ImageHandler(QWebEngineUrlSchemeHandler):
    """Serves raster images from the review's folder, symbolic links resolved, and nothing else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.folder: Path | None = None

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = self._path(job)
        file = QFile(str(path) if path else "", job)
        mime = None
        if path is not None and file.open(QIODevice.OpenModeFlag.ReadOnly):
            mime = raster_type(bytes(file.peek(_SIGNATURE_BYTES).data()))
        if mime is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        else:
            # Chromium reads the file piece by piece; nothing of it is copied here.
            job.reply(mime.encode(), file)

    def _path(self, job: QWebEngineUrlRequestJob) -> Path | None:
        if self.folder is None or job.requestMethod() != b"GET":
            return None
        return find_image_file(self.folder, job.requestUrl().path().lstrip("/"))


class SandboxedPage(QWebEnginePage):
    """A page that goes nowhere: a link is handed out, everything else is refused."""

    def __init__(
        self, profile: QWebEngineProfile, follow: Callable[[QUrl], None], parent: QObject
    ) -> None:
        super().__init__(profile, parent)
        self._follow = follow
        self._gate = _RequestFilter(self)
        self._images = _ImageHandler(self)
        profile.setUrlRequestInterceptor(self._gate)
        profile.installUrlSchemeHandler(SCHEME, self._images)
        profile.downloadRequested.connect(_refuse_download)
        self.permissionRequested.connect(_refuse_permission)
        _close(self.settings())

    def set_folder(self, folder: Path | None) -> None:
        """Serve images from ``folder``; None serves none, as for a review without a file."""
        self._images.folder = folder

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        kind: QWebEnginePage.NavigationType,
        is_main_frame: bool,  # noqa: FBT001
    ) -> bool:
        """Accept the page that the editor sets; hand out a link that was clicked."""
        target = QUrl(url)
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            if is_main_frame and target.host() != BASE.host():
                self._follow(target)
                return False
            return target.hasFragment() and target.path() == BASE.path()
        # setHtml loads a data: address that carries the page.
        return kind == QWebEnginePage.NavigationType.NavigationTypeTyped and is_main_frame

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]
        """Open no window."""
        return None

    def javaScriptConsoleMessage(self, *message: object) -> None:
        """Keep the writer's text out of every log."""


def make_sandbox_profile(parent: QObject) -> QWebEngineProfile:
    """Return a profile that keeps nothing; it has to outlive its pages."""
    profile = QWebEngineProfile(parent)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    return profile


def _close(settings: QWebEngineSettings) -> None:
    attribute = QWebEngineSettings.WebAttribute
    for name in (
        attribute.JavascriptEnabled,
        attribute.LocalContentCanAccessFileUrls,
        attribute.LocalContentCanAccessRemoteUrls,
        attribute.PluginsEnabled,
        attribute.PdfViewerEnabled,
        attribute.DnsPrefetchEnabled,
        attribute.LocalStorageEnabled,
        attribute.HyperlinkAuditingEnabled,
        attribute.FullScreenSupportEnabled,
        attribute.AllowRunningInsecureContent,
        attribute.JavascriptCanOpenWindows,
        attribute.JavascriptCanAccessClipboard,
        attribute.NavigateOnDropEnabled,
    ):
        settings.setAttribute(name, False)  # noqa: FBT003


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


def _refuse_permission(permission: QWebEnginePermission) -> None:
    permission.deny()
