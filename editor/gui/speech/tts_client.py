"""Client of the text-to-speech program: starts it, talks to it and watches it."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QProcess, QTimer, Signal

import editor
from editor.gui.speech.tts_process import TtsStatus

PROGRAM = "editor.gui.speech.tts_process"
_PARTING_MS = 100
"""Milliseconds that the program has to end by itself, and again after it was killed."""
_ANSWERS_TO_START = frozenset({TtsStatus.NO_SPEECH, TtsStatus.NO_VOICE, TtsStatus.READY})
_ANSWERS_TO_SILENCE = frozenset({TtsStatus.FINISHED, TtsStatus.FAILED})
_ANSWERS_TO_TEXT = _ANSWERS_TO_SILENCE | {TtsStatus.SPEAKING}


class TtsClient(QObject):
    """Speaks in a process of its own, which is killed when it does not answer; never blocks."""

    status_changed = Signal(object)
    """Emitted with a TtsStatus."""
    timed_out = Signal()
    """The program was killed because it did not answer."""
    failed = Signal()
    """The program has ended by itself, or its engine has failed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timeout_ms = 8_000
        """Milliseconds that an answer may take; the first of speech-dispatcher can take 4,000."""
        self._process: QProcess | None = None
        self._expected: frozenset[TtsStatus] = frozenset()
        self._timeout = QTimer(self, singleShot=True)
        self._timeout.timeout.connect(self._give_up)

    @property
    def running(self) -> bool:
        """Whether the program was started and has not ended."""
        return self._process is not None

    def start(self, engine: str, language: QLocale.Language) -> None:
        """Start the program anew and let it look for a voice."""
        self._drop()
        process = QProcess(self)
        process.setProgram(sys.executable)
        # The program's own limit counts only if this process is not there to kill it.
        seconds = f"{2 * self.timeout_ms / 1_000}"
        code = QLocale.languageToCode(language)
        process.setArguments(["-m", PROGRAM, engine, code, seconds])
        # Python looks for modules there first, so it must not be a folder with unknown files.
        process.setWorkingDirectory(str(Path(editor.__file__).parents[1]))
        # Messages of an engine may hold the text, and a daemon that it starts would inherit ours.
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        self._process = process
        self._expect(_ANSWERS_TO_START)
        process.start()

    def say(self, text: str) -> None:
        """Read ``text`` aloud, if the program runs."""
        self._send(text, _ANSWERS_TO_TEXT)

    def silence(self) -> None:
        """Stop reading."""
        self._send("", _ANSWERS_TO_SILENCE)

    def stop(self) -> None:
        """End the program after a moment in which the engine can fall silent."""
        process = self._release()
        if process is None:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(_PARTING_MS):
            process.kill()
            process.waitForFinished(_PARTING_MS)

    # -- the process ------------------------------------------------------------------------------

    def _send(self, text: str, answers: frozenset[TtsStatus]) -> None:
        if self._process is not None:
            self._expect(answers)
            self._process.write(f"{json.dumps({'say': text})}\n".encode("ascii"))

    def _expect(self, answers: frozenset[TtsStatus]) -> None:
        self._expected = answers
        self._timeout.start(self.timeout_ms)

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            status = _parse_status(self._process.readLine().data())
            if status in self._expected:
                self._timeout.stop()
            if status is TtsStatus.FAILED:
                self._lose()
            elif status is not None:
                self.status_changed.emit(status)

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
        self._timeout.stop()
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._end)
            process.errorOccurred.disconnect(self._fail)
        return process


def _parse_status(line: bytes | bytearray | memoryview) -> TtsStatus | None:
    """Return the status in a line of output, None for a line that the engine has written."""
    try:
        return TtsStatus(json.loads(bytes(line))["voice"])
    except (ValueError, LookupError, TypeError):
        return None
