"""The writer's dictionary: one word a line in a text file that can be edited by hand."""

import os
from collections.abc import Iterable
from pathlib import Path

from editor.causes import cause
from editor.errors import ReviewFileError
from editor.review.storage import read_text, write_text

_NAME = "dictionary.txt"


def load_words(config: Path) -> tuple[str, ...]:
    """Return the words of the dictionary in the folder ``config``, sorted, each once.

    A file that is missing or cannot be read counts as empty.
    """
    return words_and_problem(config)[0]


def words_and_problem(config: Path) -> tuple[tuple[str, ...], ReviewFileError | None]:
    """Return these words, and why there are none where the file is there but cannot be read."""
    path = config / _NAME
    try:
        return read_words(path), None
    except ReviewFileError:
        return (), _unreadable(path) if os.path.lexists(path) else None


def read_words(path: Path) -> tuple[str, ...]:
    """Return the words of the text file ``path``, one a line, sorted, each once.

    Raises ReviewFileError.
    """
    # Some editors begin a text in UTF-8 with a byte order mark.
    lines = read_text(path).removeprefix("\ufeff").splitlines()
    return tuple(sorted({line.strip() for line in lines if line.strip()}))


def save_words(config: Path, words: Iterable[str]) -> None:
    """Write ``words`` to the dictionary in the folder ``config``. Raises ReviewFileError."""
    try:
        config.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ReviewFileError(
            f"Das Wörterbuch lässt sich nicht in {config} anlegen ({cause(error).german}); "
            "bitte prüfen Sie die Schreibrechte des Ordners.",
            f"The dictionary cannot be created in {config} ({cause(error).english}); please check "
            "that the folder is writable.",
        ) from error
    if (config / _NAME).exists():
        # A file that cannot be read looks empty; writing over it would lose what is in it.
        read_text(config / _NAME)
    write_words(config / _NAME, words)


def _unreadable(path: Path) -> ReviewFileError:
    return ReviewFileError(
        f"Ihr Wörterbuch {path} ist nicht lesbar und gilt als leer; bitte machen Sie daraus eine "
        "Textdatei in UTF-8 mit einem Wort je Zeile, oder löschen Sie es.",
        f"Your dictionary {path} cannot be read and counts as empty; please make it a text file "
        "in UTF-8 with one word a line, or delete it.",
    )


def write_words(path: Path, words: Iterable[str]) -> None:
    """Write ``words`` to the text file ``path``, one a line, sorted. Raises ReviewFileError."""
    write_text("".join(f"{word}\n" for word in sorted(set(words))), path)


def change_words(
    config: Path, added: Iterable[str] = (), removed: Iterable[str] = ()
) -> tuple[str, ...]:
    """Change what the dictionary in ``config`` holds now; return all its words then.

    What others have put there meanwhile stays. Raises ReviewFileError.
    """
    save_words(config, {*load_words(config)} - {*removed} | {*added})
    return load_words(config)


def add_word(folder: Path, word: str) -> tuple[str, ...]:
    """Put ``word`` into the dictionary in ``folder``; return all its words then.

    Raises ReviewFileError.
    """
    return change_words(folder, added=[word])


def remove_word(folder: Path, word: str) -> tuple[str, ...]:
    """Take ``word`` out of the dictionary in ``folder``; return all its words then.

    Raises ReviewFileError.
    """
    return change_words(folder, removed=[word])
