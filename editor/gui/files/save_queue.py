"""Queue of saves, which run one at a time; each expects the content that the last one wrote."""

import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from PySide6.QtCore import QObject, Signal

from editor.errors import ReviewFileError, RezensentError
from editor.export.image_files import ImageCopyResult, ImageFolder, copy_images
from editor.gui.document import Document
from editor.gui.worker import Worker
from editor.review.model import Review
from editor.storage import atomic_write, load_save
from editor.storage.file_errors import SaveError
from editor.storage.file_location import FileLocation, file_key
from editor.storage.load_save import SaveConflict, SaveResult
from editor.storage.locks import Locks

_Outcome = tuple[ImageCopyResult, SaveResult | SaveConflict]


class VersionKeeper(Protocol):
    """Keeps versions of files around a save. Both methods are called on a worker's thread."""

    def before(self, path: Path) -> None:
        """Keep the content of ``path``, which is about to be replaced."""

    def after(self, path: Path, review: Review) -> None:
        """Keep ``review``, which ``path`` holds now."""


SaveAnnouncement = Callable[[Path, str], object]
"""Called on a worker's thread with a path and with the digest that it is going to have."""


def _unannounced() -> SaveAnnouncement:
    return lambda path, digest: None


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """One save of the open review."""

    path: Path
    then: Callable[[], None] | None = None
    """Called when the save has worked."""
    replace: bool = False
    """Whether the file is replaced whatever it holds. A file other than the review's own is."""
    quiet: bool = False
    """Whether the program saves by itself: errors are sentences in the message bar then, and a
    conflict is not reported."""


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """Everything that a save needs of the document, for the worker."""

    review: Review
    path: Path
    expected_digest: str
    """Digest that the file is expected to have; empty if it is replaced whatever it holds."""
    own_path: Path | None
    """File of the open review."""
    location: FileLocation | None
    """Where ``path`` was, if it is that file."""
    image_folders: tuple[ImageFolder, ...]
    announce: SaveAnnouncement


class SaveQueue(QObject):
    """Saves the open review on a worker and notes in the document what its file holds."""

    failed = Signal(object)
    """Emitted with the RezensentError that ended a save that the writer has asked for."""
    message = Signal(object)
    """Emitted with a sentence or an error for the message bar."""
    postponed = Signal(object)
    """Emitted with the SaveError when the review's own file cannot be written for a reason that
    may pass."""
    conflict = Signal(object, object)
    """Emitted with the SaveConflict when another program has changed the file, and with the
    request's ``then``; nothing is written. Quiet requests do not emit it."""
    saved = Signal(object)
    """Emitted with the path that the open review has been saved to."""
    images_saved = Signal(object)
    """Emitted with the names of pending images that are beside the review's file now."""

    def __init__(
        self,
        document: Document,
        worker: Worker,
        *,
        locks: Locks | None = None,
        pending_images: Path | None = None,
        versions: VersionKeeper | None = None,
        announcement: Callable[[], SaveAnnouncement] = _unannounced,
        parent: QObject | None = None,
    ) -> None:
        """``pending_images`` is the folder of images of reviews that have no file yet.

        ``announcement`` is called on the GUI thread, and returns what is to be called before the
        review as it is at that moment is written.
        """
        super().__init__(parent)
        self._document = document
        self._worker = worker
        self._locks, self._versions = locks, versions
        self._announcement = announcement
        self._pending_images = pending_images
        self._openings = 0
        self._waiting: deque[SaveRequest] = deque()
        self.busy = False
        """Whether a save is under way."""
        document.opened.connect(self._count_opening)

    def submit(self, request: SaveRequest) -> None:
        """Save the review as it is now, or as it is when the saves before have ended.

        A save that fails or meets a conflict ends those that wait behind it.
        """
        if self.busy:
            self._waiting.append(request)
            return
        self.busy = True
        openings = self._openings
        self._worker.submit(
            partial(self._write, self._snapshot(request)),
            partial(self._finish, request, openings),
            partial(self._fail, request, openings),
        )

    # -- on the worker's thread -------------------------------------------------------------------

    def _write(self, snapshot: _Snapshot) -> _Outcome:
        """Copy the images first, so that the file never names one that is another image there.

        Raises ReviewFileError, SaveError.
        """
        path = snapshot.path
        if self._is_open_elsewhere(snapshot):
            raise _locked_error(path)
        load_save.check_mounted(path, snapshot.location)
        atomic_write.remove_leftovers(Path(os.path.realpath(path)))
        images = copy_images(snapshot.review, snapshot.image_folders, path.parent)
        if self._versions is not None:
            self._versions.before(path)
        announce = partial(snapshot.announce, path)
        outcome = (
            load_save.save_unless_changed(images.review, path, snapshot.expected_digest, announce)
            if snapshot.expected_digest
            else load_save.save_review(images.review, path, announce)
        )
        if self._versions is not None and isinstance(outcome, SaveResult):
            self._versions.after(path, images.review)
        return images, outcome

    def _is_open_elsewhere(self, snapshot: _Snapshot) -> bool:
        """Return whether another window, of this program or of another one, has the file open."""
        path, own, locks = snapshot.path, snapshot.own_path, self._locks
        if locks is None:
            return False
        is_own = own is not None and (path == own or file_key(path) == file_key(own))
        return locks.other_owner(path) is not None or (not is_own and locks.is_held(path))

    # -- on the GUI thread ------------------------------------------------------------------------

    def _snapshot(self, request: SaveRequest) -> _Snapshot:
        document = self._document
        own = request.path == document.path and not request.replace
        return _Snapshot(
            document.review,
            request.path,
            document.digest if own else "",
            document.path,
            document.location if request.path == document.path else None,
            self._image_folders(request.path),
            self._announcement(),
        )

    def _image_folders(self, path: Path) -> tuple[ImageFolder, ...]:
        """Return the folders of images that have to be beside ``path`` as well."""
        own_path, folders = self._document.path, []
        if own_path is not None and own_path.parent != path.parent:
            folders.append(ImageFolder(own_path.parent))
        if self._pending_images is not None and (own_path is None or self._document.waiting):
            # A review without a file has no other images; one with a file may have others of
            # the same names.
            names = None if own_path is None else frozenset(self._document.waiting)
            folders.append(ImageFolder(self._pending_images, names))
        return tuple(folders)

    def _finish(
        self,
        request: SaveRequest,
        openings: int,
        result: _Outcome,
    ) -> None:
        self.busy = False
        images, outcome = result
        if isinstance(outcome, SaveConflict):
            self._waiting.clear()
            if not request.quiet:
                self.conflict.emit(outcome, request.then)
            return
        if openings == self._openings:
            self._note_saved(images, request.path, outcome)
        if images.problem is not None:
            self.message.emit(images.problem)
        if request.then is not None:
            request.then()
        if self._waiting:
            self.submit(self._waiting.popleft())

    def _note_saved(self, images: ImageCopyResult, path: Path, outcome: SaveResult) -> None:
        document = self._document
        names = frozenset(map(unquote, images.addresses))
        pending = names if document.path is None else names & document.waiting
        document.waiting -= pending
        document.mark_saved(images.review, path, outcome.digest, images.addresses, outcome.location)
        self.saved.emit(path)
        if names:
            self.images_saved.emit(pending)
            self.message.emit(self.tr("Die Bilder liegen jetzt neben der Rezension."))
        if outcome.vanished:
            gone = self.tr("{path} war nicht mehr vorhanden; die Rezension ist dort neu gesichert.")
            self.message.emit(gone.format(path=path))
        if outcome.unlinked:
            kept = self.tr(
                "{name} hatte noch einen zweiten Namen (harte Verknüpfung); dort steht "
                "weiter der Text von vor dem Sichern."
            )
            self.message.emit(kept.format(name=path.name))

    def _fail(self, request: SaveRequest, openings: int, error: RezensentError) -> None:
        self.busy = False
        self._waiting.clear()
        passing = False
        if isinstance(error, SaveError):
            passing = error.passing
            if openings == self._openings and request.path == self._document.path:
                self._note_failure(error)
                if passing:
                    self.postponed.emit(error)
        if not request.quiet:
            self.failed.emit(error)
        elif not passing:
            self.message.emit(error)

    def _note_failure(self, error: SaveError) -> None:
        if error.digest:
            # The file has what we wrote: the next save must not take that for a conflict.
            self._document.digest = error.digest

    def _count_opening(self) -> None:
        """Tell reviews apart: a save that ends late says nothing about the one open by then."""
        self._openings += 1


def _locked_error(path: Path) -> ReviewFileError:
    return ReviewFileError(
        f"{path} ist in einem anderen Fenster geöffnet und bleibt, wie es ist; bitte wählen Sie "
        "einen anderen Namen.",
        f"{path} is open in another window and stays as it is; please choose another name.",
    )
