"""Texts with their selections, for tests of editing commands."""

from collections.abc import Callable

from hypothesis import strategies as st

from editor.markdown.selection import CommandEdit

Command = Callable[[str, int, int], CommandEdit | None]
WORDS = st.text("abcäß 😀\n.,-„“", max_size=40)


def marked(source: str) -> tuple[str, int, int]:
    """Return the text of ``source`` and its selection: between two bars, a cursor as one bar."""
    start = source.index("|")
    rest = source[:start] + source[start + 1 :]
    end = rest.find("|")
    return (rest, start, start) if end < 0 else (rest[:end] + rest[end + 1 :], start, end)


def shown(text: str, edit: CommandEdit | None) -> str:
    """Return the text after the edit, its selection between bars."""
    assert edit is not None
    low, high = edit.selection
    new = edit.applied(text)
    assert 0 <= low <= high <= len(new)
    inside = f"{new[low:high]}|" if low < high else ""
    return f"{new[:low]}|{inside}{new[high:]}"


def run(command: Command, source: str) -> str:
    text, start, end = marked(source)
    return shown(text, command(text, start, end))


@st.composite
def selected(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(WORDS)
    ends = st.integers(0, len(text))
    start, end = sorted((draw(ends), draw(ends)))
    return text, start, end
