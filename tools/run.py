"""``make run``: the editor with the sample review, or the same job without a window."""

import sys
from pathlib import Path

from editor.__main__ import main
from editor.cli.display import display_problem
from editor.paths import sample_path

OUTPUT = Path("export")


def run() -> int:
    """Open the sample review; without a display check it and export it to HTML and Markdown."""
    problem = display_problem()
    if problem is None:
        return main(["--sample"])
    sample = str(sample_path())
    OUTPUT.mkdir(exist_ok=True)
    print(
        f"Hier ist keine Anzeige: Die Beispielrezension wird ohne Fenster geprüft und in den "
        f"Ordner „{OUTPUT.resolve()}“ exportiert.",
        flush=True,
    )
    checked = main(["check", sample])
    exported = [
        main(["export", sample, "--to", kind, "-o", str(OUTPUT)]) for kind in ("html", "md")
    ]
    return max(0 if checked == 1 else checked, *exported)


if __name__ == "__main__":
    sys.exit(run())
