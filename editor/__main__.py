"""``rezensent``: the window, or one of the commands."""

import gc
import signal
import sys
import tempfile
from pathlib import Path

from editor.cli import main as cli
from editor.cli.display import display_problem
from editor.cli.options import FAILED
from editor.core_dumps import forbid_core_dumps
from editor.errors import RezensentError
from editor.helper_processes import restore_environment
from editor.localized import Localized
from editor.standard_streams import escape_unencodable, provide_streams


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status; without a command open the window."""
    forbid_core_dumps()
    provide_streams()
    escape_unencodable()
    try:
        return cli.run(sys.argv[1:] if arguments is None else arguments, _window)
    except Exception as error:  # noqa: BLE001 - the last resort for an unexpected error
        sys.stderr.write(f"{_report(error)}\n")
        return FAILED


def _window(path: Path | None, sample: bool, fresh: bool) -> int:  # noqa: FBT001
    problem = display_problem()
    if problem is not None:
        raise problem
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # An exception could come within the import of Qt, which aborts. Nothing is unsaved yet;
        # later ``TerminationSignals`` reports the signal.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Modules stay: collecting garbage while and after they are imported finds none.
    gc.disable()
    try:
        from editor.gui.app import run  # noqa: PLC0415  (no command has to wait for Qt)
    except ImportError as error:
        from editor.system_libraries import missing_part_error  # noqa: PLC0415

        problem = missing_part_error(error)
        _alert(problem)
        raise problem from error
    finally:
        gc.freeze()
        gc.enable()
    try:
        return run(path, sample=sample, fresh=fresh)
    except RezensentError as error:
        _alert(error)
        raise


def _alert(error: RezensentError) -> None:
    # Only a program that cannot open its window needs it.
    from editor.cli.alert import alert  # noqa: PLC0415

    alert(error.text())


def _report(error: Exception) -> str:
    """Write a crash report to a file, and return the sentence that says where it is."""
    # Only a program that fails needs these.
    from editor.crash_report import CrashReport, format_reports  # noqa: PLC0415

    text = format_reports([CrashReport.of(error)])
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="rezensent-", suffix=".txt", encoding="utf-8", delete=False
        ) as file:
            file.write(text)
    except OSError:
        return _REPORT_ITSELF.format(text).text()
    return _REPORT_FILE.format(file.name).text()


_REPORT_ITSELF = Localized(
    "In Rezensent ist ein Fehler aufgetreten; bitte schicken Sie uns diesen Bericht:\n{0}",
    "Something went wrong in Rezensent; please send us this report:\n{0}",
)
_REPORT_FILE = Localized(
    "In Rezensent ist ein Fehler aufgetreten; bitte schicken Sie uns {0}, darin steht kein "
    "Wort aus Ihren Rezensionen.",
    "Something went wrong in Rezensent; please send us {0}, which contains no word of your "
    "reviews.",
)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # In a bundle a spawned process runs the program itself, with arguments for its child.
        from multiprocessing import freeze_support

        freeze_support()
        restore_environment()
        if sys.argv[1:3] == ["-m", "editor.gui.speech.tts_process"]:
            from editor.gui.speech import tts_process

            provide_streams()
            sys.exit(tts_process.main(sys.argv[3:]))
    sys.exit(main())
