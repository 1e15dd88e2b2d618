"""Text-to-speech program: ``python -m editor.gui.speech.tts_process ENGINE LANGUAGE SECONDS``.

It is a process of its own because the engines of QtTextToSpeech talk to services of the desktop and
may wait for them forever in any call; the client can kill it.

Each line of standard input is a command in JSON: ``{"say": text}``; ``{"say": ""}`` stops speaking.
Each answer is a line of standard output, ``{"voice": status}`` with a value of ``TtsStatus``; other
lines there were written by the engine. ENGINE is an engine of Qt, or "" for the best that there is.
LANGUAGE is a code of ISO 639. The program ends when its input ends, or when a call takes SECONDS.
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
"""Seconds that an engine has to fall silent before the program ends."""


class TtsStatus(StrEnum):
    """Status that the program reports."""

    NO_SPEECH = "no speech"
    """No engine works; the program ends."""
    NO_VOICE = "no voice"
    """The engine has no voice for the language; the program ends."""
    READY = "ready"
    """A voice was found."""
    SPEAKING = "speaking"
    FINISHED = "finished"
    """The text was read to its end, or speaking was stopped."""
    FAILED = "failed"
    """The engine could not read the text."""


class _Speaker(QObject):
    """Carries out commands in the main thread, which the engine needs for itself."""

    received = Signal(object)
    """Text to read, or None at the end of the input."""

    def __init__(self, speech: "QTextToSpeech", seconds: float) -> None:
        super().__init__()
        self._speech = speech
        self._seconds = seconds
        speech.stateChanged.connect(self._send_state)
        self.received.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Emit each command, and end the program after the last, whatever the engine does."""
        for line in sys.stdin.buffer:
            self.received.emit(json.loads(line)["say"])
        self.received.emit(None)
        threading.Event().wait(_PARTING_S)
        os._exit(0)

    def _carry_out(self, text: str | None) -> None:
        with _watched(self._seconds):
            if text:
                self._speech.say(text)
            else:
                self._speech.stop()
        if text is None:
            # The other thread waits for input, and Python would wait for it.
            os._exit(0)
        if not text and self._speech.state() == self._speech.State.Ready:
            send_status(TtsStatus.FINISHED)

    def _send_state(self, state: "QTextToSpeech.State") -> None:
        states = self._speech.State
        statuses = {
            states.Speaking: TtsStatus.SPEAKING,
            states.Synthesizing: TtsStatus.SPEAKING,
            states.Ready: TtsStatus.FINISHED,
            states.Error: TtsStatus.FAILED,
        }
        if state in statuses:
            send_status(statuses[state])


def send_status(status: TtsStatus) -> None:
    """Write ``status`` to standard output."""
    sys.stdout.write(f"{json.dumps({'voice': status})}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> int:
    """Read aloud until the input ends, and return the exit status."""
    engine, language, seconds = arguments[0], arguments[1], float(arguments[2])
    app = _application()
    with _watched(seconds):
        speech = _engine(engine)
        if speech is None:
            send_status(TtsStatus.NO_SPEECH)
            return 0
        if not _select_voice(speech, QLocale.codeToLanguage(language)):
            send_status(TtsStatus.NO_VOICE)
            return 0
    speaker = _Speaker(speech, seconds)
    send_status(TtsStatus.READY)
    threading.Thread(target=speaker.listen, daemon=True).start()
    return app.exec()


def _application() -> QCoreApplication:
    if sys.platform == "darwin":
        # Voices of macOS need the event loop of a GUI application; it must not show an icon.
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

        os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"
        return QGuiApplication([])
    return QCoreApplication([])


def _engine(name: str) -> "QTextToSpeech | None":
    try:
        # Linux distributions ship it in a separate package, with the libraries for sound.
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415
    except ImportError:
        return None
    names = [engine for engine in QTextToSpeech.availableEngines() if engine != "mock"]
    speech = QTextToSpeech(name or (names or ["none"])[0])
    return None if speech.state() == speech.State.Error else speech


def _select_voice(speech: "QTextToSpeech", language: QLocale.Language) -> bool:
    """Choose a voice for ``language``, and return whether there is one."""
    locale = next((a for a in speech.availableLocales() if a.language() == language), None)
    if locale is not None:
        speech.setLocale(locale)
    return locale is not None


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """End the program when the ``with`` block takes longer than ``seconds``.

    An engine that hangs holds Python's global lock, so that the reading thread no longer notices
    the end of the input; faulthandler needs no lock.
    """
    faulthandler.dump_traceback_later(seconds, exit=True, file=sys.stdout.fileno())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
