"""What word processors and browsers put on the clipboard, written for these tests in their way.

``libreoffice_lists.html`` is what LibreOffice Writer 7.4 has put there.
"""

from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "data" / "clipboards"
HTML = {path.stem: path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.html"))}
EXPECTED = {name: (_FOLDER / f"{name}.md").read_text("utf-8").strip("\n") for name in HTML}
"""The Markdown that each becomes."""
PLAIN = (
    "",
    (
        "<meta charset='utf-8'><div style='color:#ccc;font-weight:normal'><div>"
        "<span style='color:red'>def</span> x</div></div>"
    ),
    "<html><body><pre style='font-family:monospace'>a <b>b</b></pre></body></html>",
    "<p>Nur ein Absatz.</p>",
    "<b style='font-weight:normal'><span>Text</span></b>",
)
"""What formats nothing: nothing at all, code, and bare lines."""
