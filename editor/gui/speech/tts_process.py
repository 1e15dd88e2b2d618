"""The voice, as a program of its own: ``python -m … ENGINE LANGUAGE SECONDS``.

Engines of QtTextToSpeech talk to services of the desktop, and wait for them without end in the
middle of any call. Here they may: whoever started this program can kill it. Commands come on
standard input, a line of JSON each: ``{"say": text}``, and ``{"say": ""}`` is silence. What becomes
of them goes to standard output as ``{"voice": …}`` with the words of ``Said``; other lines there
are an engine's own. ENGINE is one of Qt's, "" the best that there is, LANGUAGE is a code of
ISO 639. The end of the input is the end of the program; it also ends when a call takes SECONDS.
"""

import faulthandler
import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_PARTING_S = 1.0
"""For an engine to fall silent when the program has to end."""


class Said(StrEnum):
    """What this program tells."""

    NO_SPEECH = "no speech"
    """There is no engine that works; the program ends."""
    NO_VOICE = "no voice"
    """The engine does not speak the language; the program ends."""
    READY = "ready"
    """A voice was found."""
    SPEAKING = "speaking"
    FINISHED = "finished"
    """All was said, or silence was asked for."""
    FAILED = "failed"
    """The engine could not say it."""


class _Speaker(QObject):
    """Does in the main thread, which belongs to the engine, what the input asks for."""

    came = Signal(object)
    """A command, or None at the end of the input."""

    def __init__(self, speech: "QTextToSpeech", seconds: float) -> None:
        super().__init__()
        self._speech = speech
        self._seconds = seconds
        speech.stateChanged.connect(self._tell)
        self.came.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Pass the input on, and end the program after it whatever the engine does."""
        for line in sys.stdin.buffer:
            self.came.emit(json.loads(line)["say"])
        self.came.emit(None)
        threading.Event().wait(_PARTING_S)
        os._exit(0)

    def _do(self, text: str | None) -> None:
        with _watched(self._seconds):
            if text:
                self._speech.say(text)
            else:
                self._speech.stop()
        if text is None:
            # The other thread waits for input, and Python would wait for it.
            os._exit(0)
        if not text and self._speech.state() == self._speech.State.Ready:
            tell(Said.FINISHED)

    def _tell(self, state: "QTextToSpeech.State") -> None:
        states = self._speech.State
        told = {
            states.Speaking: Said.SPEAKING,
            states.Synthesizing: Said.SPEAKING,
            states.Ready: Said.FINISHED,
            states.Error: Said.FAILED,
        }
        if state in told:
            tell(told[state])


def tell(said: Said) -> None:
    """Write what there is to tell to standard output."""
    sys.stdout.write(f"{json.dumps({'voice': said})}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> int:
    """Speak until the input ends. Returns the exit status."""
    engine, language, seconds = arguments[0], arguments[1], float(arguments[2])
    app = _application()
    with _watched(seconds):
        speech = _engine(engine)
        if speech is None:
            tell(Said.NO_SPEECH)
            return 0
        if not _takes(speech, QLocale.codeToLanguage(language)):
            tell(Said.NO_VOICE)
            return 0
    speaker = _Speaker(speech, seconds)
    tell(Said.READY)
    threading.Thread(target=speaker.listen, daemon=True).start()
    return app.exec()


def _application() -> QCoreApplication:
    if sys.platform == "darwin":
        # Its voices need the loop of events that comes with windows; no icon for that.
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

        os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"
        return QGuiApplication([])
    return QCoreApplication([])


def _engine(name: str) -> "QTextToSpeech | None":
    try:
        # Linux distributions have it in a package of its own, with the libraries for sound.
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415
    except ImportError:
        return None
    names = [found for found in QTextToSpeech.availableEngines() if found != "mock"]
    speech = QTextToSpeech(name or (names or ["none"])[0])
    return None if speech.state() == speech.State.Error else speech


def _takes(speech: "QTextToSpeech", language: QLocale.Language) -> bool:
    """Choose a voice for ``language``, and return whether there is one."""
    locale = next((a for a in speech.availableLocales() if a.language() == language), None)
    if locale is not None:
        speech.setLocale(locale)
    return locale is not None


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """End the program when what is done here takes so long.

    An engine that hangs holds Python's lock, so that no thread of ours notices the end of the
    input any more; this guard needs no lock.
    """
    faulthandler.dump_traceback_later(seconds, exit=True, file=sys.stdout.fileno())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
