"""Words that are alone in italics, quotation marks or a link."""

import pytest

from editor.markdown.set_apart import is_set_apart


@pytest.mark.parametrize(
    ("markdown", "is_apart"),
    [
        ("Der Film *Wort* ist gut.", True),
        ("Der Film **Wort** ist gut.", True),
        ("Der Film „Wort“ ist gut.", True),
        ("Der Film »[Wort](https://example.org)« ist gut.", True),
        ("Der Film [[Wort]] ist gut.", True),
        ("Der Film [[Ziel|Wort]] ist gut.", True),
        ('Der Film <em class="x">Wort</em> ist gut.', True),
        ("<cite>Wort</cite> ist gut.", True),
        ("*Wort* ist gut.", True),
        ("Der Film *Wort und* Bild", False),
        ("Ein Wort", False),
        ("Wort", False),
        ("| Wort | gut |", False),
        ("<td>Wort</td>", False),
        ("<li>Wort</li>", False),
        ("**Wort:** gut", False),
        ("**Wort**: gut", False),
        ("- *Wort*: gut", False),
        ("Text.\n\n**Wort**\n\nText.", False),
        ("„Wort“", False),
    ],
)
def test_what_is_set_apart(markdown: str, *, is_apart: bool) -> None:
    start = markdown.index("Wort")
    assert is_set_apart(markdown, start, start + len("Wort")) is is_apart
