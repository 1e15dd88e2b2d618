"""The program that speaks, started and watched; nothing here waits for it."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QProcess, QTimer, Signal

import editor
from editor.gui.speech.tts_process import TtsStatus

PROGRAM = "editor.gui.speech.tts_process"
_PARTING_MS = 100
"""For the program to fall silent and end by itself, and again for its being killed."""
_ANSWERS_TO_START = frozenset({TtsStatus.NO_SPEECH, TtsStatus.NO_VOICE, TtsStatus.READY})
_ANSWERS_TO_SILENCE = frozenset({TtsStatus.FINISHED, TtsStatus.FAILED})
_ANSWERS_TO_TEXT = _ANSWERS_TO_SILENCE | {TtsStatus.SPEAKING}


class TtsClient(QObject):
    """Speaks in a process of its own, which is killed when it does not answer."""

    status_changed = Signal(object)
    """What the program says: a ``TtsStatus``."""
    timed_out = Signal()
    """The program was killed because it did not answer."""
    failed = Signal()
    """The program is gone by itself, or its engine is of no use any more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.patience_ms = 8_000
        """How long an answer may take; the first of speech-dispatcher can take four seconds."""
        self._process: QProcess | None = None
        self._due: frozenset[TtsStatus] = frozenset()
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._give_up)

    @property
    def running(self) -> bool:
        """Whether the program was started and is not gone."""
        return self._process is not None

    def start(self, engine: str, language: QLocale.Language) -> None:
        """Start the program anew and let it look for a voice."""
        self._drop()
        process = QProcess(self)
        process.setProgram(sys.executable)
        # By then it was killed, unless there is nobody left who could do that.
        seconds = f"{2 * self.patience_ms / 1_000}"
        code = QLocale.languageToCode(language)
        process.setArguments(["-m", PROGRAM, engine, code, seconds])
        # Python looks for modules there first: never in a folder with files of others.
        process.setWorkingDirectory(str(Path(editor.__file__).parents[1]))
        # An engine's remarks may hold what it reads, and a daemon that it starts would keep ours.
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        self._process = process
        self._expect(_ANSWERS_TO_START)
        process.start()

    def say(self, text: str) -> None:
        """Speak ``text``; nothing where the program does not run."""
        self._send(text, _ANSWERS_TO_TEXT)

    def silence(self) -> None:
        """Stop speaking."""
        self._send("", _ANSWERS_TO_SILENCE)

    def stop(self) -> None:
        """End the program, which gets a moment to make the engine fall silent."""
        process = self._release()
        if process is None:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(_PARTING_MS):
            process.kill()
            process.waitForFinished(_PARTING_MS)

    # -- what comes back --------------------------------------------------------------------------

    def _send(self, text: str, answers: frozenset[TtsStatus]) -> None:
        if self._process is not None:
            self._expect(answers)
            self._process.write(f"{json.dumps({'say': text})}\n".encode("ascii"))

    def _expect(self, answers: frozenset[TtsStatus]) -> None:
        self._due = answers
        self._patience.start(self.patience_ms)

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            said = _said(self._process.readLine().data())
            if said in self._due:
                self._patience.stop()
            if said is TtsStatus.FAILED:
                self._lose()
            elif said is not None:
                self.status_changed.emit(said)

    def _give_up(self) -> None:
        self._drop()
        self.timed_out.emit()

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._lose()

    def _end(self) -> None:
        self._read()
        self._lose()

    def _lose(self) -> None:
        if self._process is not None:
            self._drop()
            self.failed.emit()

    def _drop(self) -> None:
        """Kill the program without waiting for its end."""
        process = self._release()
        if process is None:
            return
        if process.state() is QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
            process.kill()

    def _release(self) -> QProcess | None:
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._end)
            process.errorOccurred.disconnect(self._fail)
        return process


def _said(line: bytes | bytearray | memoryview) -> TtsStatus | None:
    """Return what a line of output tells; None for one that an engine has written."""
    try:
        return TtsStatus(json.loads(bytes(line))["voice"])
    except (ValueError, LookupError, TypeError):
        return None
