"""``make run``: the editor with the sample review, or the same job without a window."""

import io
import json
import sys
from collections import Counter
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from editor.__main__ import main
from editor.cli.display import display_problem
from editor.cli.options import FAILED, FOUND
from editor.errors import cause
from editor.export.registry import EXPORT_FORMATS
from editor.paths import sample_path
from editor.standard_streams import escape_unencodable

OUTPUT = Path("export")
FORMATS = ("html", "md")
_KINDS: Mapping[str, str] = {
    "spelling": "Rechtschreibung",
    "grammar": "Grammatik",
    "style": "Stil",
}


def run() -> int:
    """Open the sample review; without a display check it and export it to HTML and Markdown."""
    if display_problem() is None:
        return main(["--sample"])
    escape_unencodable()
    print(
        "Hier ist keine Anzeige: Die Beispielrezension wird ohne Fenster geprüft und exportiert.",
        flush=True,
    )
    sample = sample_path()
    checked = _check(sample)
    exported = max(_export(sample, kind) for kind in FORMATS)
    failed = checked not in (0, FOUND) or exported != 0
    print("Nicht alles ist gelungen." if failed else "Alles ist gelungen.", flush=True)
    return max(0 if checked == FOUND else checked, exported)


def _check(sample: Path) -> int:
    """Check ``sample``, print what was found and how much of each kind, and return the status."""
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(output):
        status = main(["check", str(sample), "--format", "json"])
    output.seek(0)
    text = output.read()
    for report in json.loads(text)["files"] if text else ():
        print(_summary(report["findings"]), flush=True)
    return status


def _summary(findings: list[dict[str, Any]]) -> str:
    """Return how many findings of each kind there are, and a line for each finding."""
    kinds = Counter(_KINDS[finding["kind"]] for finding in findings)
    numbers = ", ".join(f"{number}-mal {kind}" for kind, number in kinds.items())
    number = len(findings)
    count = "1 Hinweis" if number == 1 else f"{number or 'keine'} Hinweise"
    lines = [f"Geprüft: {count}{f' ({numbers})' if numbers else ''}"]
    for finding in findings:
        more = "".join(f" → {word}" for word in finding["replacements"][:1])
        lines.append(f"  Zeile {finding['line']}: „{finding['text']}“{more} · {finding['message']}")
    return "\n".join(lines)


def _export(sample: Path, kind: str) -> int:
    """Write ``sample`` as ``kind``, print the file and its size, and return the status."""
    try:
        OUTPUT.mkdir(exist_ok=True)
    except OSError as error:
        print(f"{OUTPUT.absolute()} lässt sich nicht anlegen ({cause(error).german}).")
        return FAILED
    status = main(["export", str(sample), "--to", kind, "-o", str(OUTPUT)])
    if status == 0:
        path = OUTPUT / f"{sample.stem}{EXPORT_FORMATS[kind].suffix}"
        print(f"Geschrieben: {path} ({path.stat().st_size / 1e3:.0f} kB)", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(run())
