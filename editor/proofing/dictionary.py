"""The writer's dictionary: a text file with one word a line, which can be edited by hand."""

import os
from collections.abc import Iterable
from pathlib import Path

from editor.errors import ReviewFileError, cause
from editor.storage import atomic_write
from editor.storage.load_save import encode_utf8, read_text, write_text

_NAME = "dictionary.txt"


def load_words(config: Path) -> tuple[str, ...]:
    """Return the words of the dictionary in the folder ``config``, sorted, each once.

    A file that is missing or cannot be read counts as empty.
    """
    return load_words_and_error(config)[0]


def load_words_and_error(config: Path) -> tuple[tuple[str, ...], ReviewFileError | None]:
    """Return the words of the dictionary in ``config``, and the error if it cannot be read.

    A missing file is an empty dictionary and not an error.
    """
    path = config / _NAME
    try:
        return read_words(path), None
    except ReviewFileError:
        return (), _unreadable_error(path) if os.path.lexists(path) else None


def read_words(path: Path) -> tuple[str, ...]:
    """Return the words of the text file ``path``, one a line, sorted, each once.

    Raises ReviewFileError.
    """
    # Some editors begin a text in UTF-8 with a byte order mark.
    lines = read_text(path).removeprefix("\ufeff").splitlines()
    return tuple(sorted({line.strip() for line in lines if line.strip()}))


def change_words(
    config: Path, added: Iterable[str] = (), removed: Iterable[str] = ()
) -> tuple[str, ...]:
    """Change the dictionary in the folder ``config``, and return all its words.

    It is read again first, because another window may have changed it. Raises ReviewFileError and
    leaves the dictionary unchanged then.
    """
    old = _existing_words(config)
    stripped = (word.strip() for word in added)
    words = tuple(sorted((set(old) - set(removed)) | {word for word in stripped if word}))
    if words != old:
        _write(config, words)
    return words


def _existing_words(config: Path) -> tuple[str, ...]:
    """Return the words of the dictionary. Raises ReviewFileError if it exists and is not a text."""
    path = config / _NAME
    # Path.exists raises if a folder may not be entered; writing explains that to the writer.
    return read_words(path) if os.path.exists(path) else ()  # noqa: PTH110


def _write(config: Path, words: Iterable[str]) -> None:
    try:
        atomic_write.make_private_folder(config)
        # A symbolic link is kept.
        atomic_write.replace_private(
            Path(os.path.realpath(config / _NAME)), encode_utf8(_text(words))
        )
    except OSError as error:
        raise ReviewFileError(
            f"Das Wörterbuch lässt sich nicht in {config} sichern ({cause(error).german}); "
            "bitte prüfen Sie Platz und Schreibrechte des Ordners.",
            f"The dictionary cannot be saved in {config} ({cause(error).english}); please check "
            "that the folder is writable and has room.",
        ) from error


def _text(words: Iterable[str]) -> str:
    return "".join(f"{word}\n" for word in sorted(set(words)))


def _unreadable_error(path: Path) -> ReviewFileError:
    return ReviewFileError(
        f"Ihr Wörterbuch {path} ist nicht lesbar und gilt als leer; bitte machen Sie daraus eine "
        "Textdatei in UTF-8 mit einem Wort je Zeile, oder löschen Sie es.",
        f"Your dictionary {path} cannot be read and counts as empty; please make it a text file "
        "in UTF-8 with one word a line, or delete it.",
    )


def write_words(path: Path, words: Iterable[str]) -> None:
    """Write ``words`` to the text file ``path``, one a line, sorted. Raises ReviewFileError."""
    write_text(_text(words), path)
