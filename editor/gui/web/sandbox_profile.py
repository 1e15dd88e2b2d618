"""Sandbox of web pages: no script of a review runs, and nothing is loaded from the network.

Each layer holds where another fails. Measured: an empty base address with scripts disabled still
made requests, a file address could read any file, and a content policy alone followed links.
"""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote

from PySide6.QtCore import QFile, QIODevice, QObject, QUrl
from PySide6.QtGui import QAccessible
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
_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
_ACCESSIBLE = "--force-renderer-accessibility"
_SIGNATURE_BYTES = 32
BASE = QUrl("rezension://seite/")
"""Address of the page, which is neither on the network nor a file."""


def register_scheme() -> None:
    """Register the URL scheme unless it is; has to happen before Chromium starts."""
    if not QWebEngineUrlScheme.schemeByName(SCHEME).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    QWebEngineUrlScheme.registerScheme(scheme)


def image_url(source: str) -> str | None:
    """Return the address under which a page requests an image beside the review."""
    if ":" in source or source.startswith(("/", "\\")):
        return None
    return BASE.toString() + quote(unquote(source), safe="/")


class _RequestFilter(QWebEngineUrlRequestInterceptor):
    """Blocks all requests except for images of the review and data inside the page."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        scheme = info.requestUrl().scheme()
        if scheme not in (SCHEME.decode(), "data"):
            info.block(True)  # noqa: FBT003


class _ImageHandler(QWebEngineUrlSchemeHandler):
    """Serves only raster images in the review's folder, with symbolic links resolved."""

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
            # Chromium reads the file piece by piece; its content is not copied here.
            job.reply(mime.encode(), file)

    def _path(self, job: QWebEngineUrlRequestJob) -> Path | None:
        if self.folder is None or job.requestMethod() != b"GET":
            return None
        return find_image_file(self.folder, job.requestUrl().path().lstrip("/"))


class SandboxedPage(QWebEnginePage):
    """A page that never navigates: clicked links are reported, everything else is refused."""

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
        """Serve images from ``folder``, none when it is None."""
        self._images.folder = folder

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        kind: QWebEnginePage.NavigationType,
        is_main_frame: bool,  # noqa: FBT001
    ) -> bool:
        """Accept the page that is set by the program, and report a link that was clicked."""
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
        """Keep the text of the review out of every log."""


def make_sandbox_profile(parent: QObject) -> QWebEngineProfile:
    """Return a profile that stores nothing. It has to outlive its pages."""
    _offer_accessible_pages()
    profile = QWebEngineProfile(parent)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    return profile


def _offer_accessible_pages() -> None:
    """Let screen readers read pages if one is running.

    On Linux Chromium does so at its start only, and each change of a page costs it more then.
    """
    flags = os.environ.get(_FLAGS, "")
    if QAccessible.isActive() and _ACCESSIBLE not in flags:
        os.environ[_FLAGS] = f"{flags} {_ACCESSIBLE}"


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
