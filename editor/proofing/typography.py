"""German typography: quotation marks, dashes, ellipsis and no-break spaces.

After DIN 5008 (dash with spaces, „120 min“, „z. B.“ with a no-break space), Duden, „Die
deutsche Rechtschreibung“, K 31 to K 36 (dash) and K 17 to K 19 (ellipsis), and for Switzerland the
„Schreibweisungen“ of the Bundeskanzlei. Prose is the plain text that the checker reads: code, tags,
addresses, link targets, markup and escaped characters are never changed.

The no-break space is U+00A0: the narrow one is missing from many fonts.
All positions are code points.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.markdown.plaintext import PlainText, plain_text
from editor.markdown.scanner.fences import in_open_fence
from editor.markdown.scanner.lines import LINK_DEFINITION
from editor.proofing.corrections import TextEdit
from editor.proofing.quotes import QUOTE_STYLES, QuoteMarks, correct_half_mark, quote_edits

NO_BREAK_SPACE = "\u00a0"
_REACH = 48
"""Code points before the cursor that the rules look at, except that of quotation marks."""

_UNITS = (
    *("min", "Min", "h", "s", "ms", "Std", "Sek", "Uhr", "mm", "cm", "dm", "m", "km", "km/h"),
    *("g", "kg", "W", "V", "kB", "KB", "MB", "GB", "TB", "kbit/s", "Mbit/s", "Hz", "kHz", "MHz"),
    *("GHz", "fps", "dB", "Bit", "bit", "px", "Zoll", "Mio", "Mrd", "Euro", "Franken", "CHF"),
)
_SPACES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w.])[a-z]\.(?P<gap> )(?=(?P<ahead>(?:[A-ZÄÖÜa-zäöü]|Chr)\.))",
        r"(?<!\w)(?:Dr|Prof|Hr|Fr|St|Hl|Mr|Mrs|Ms)\.(?P<gap> )(?=(?P<ahead>[A-ZÄÖÜ]))",
        r"(?<!\w)(?:(?:Nr|Bd|Kap|Abb|Art|Abs|Tab|S)\.|§)(?P<gap> )(?=(?P<ahead>\d))",
        r"(?<=\d)(?P<gap> )(?=(?P<ahead>[%‰€$]|°C|(?:" + "|".join(_UNITS) + r")(?:[^\w/]|\Z)))",
    )
)
_DOTS = re.compile(r"(?<![./\\])\.\.\.(?!\.)")
_DASHES = re.compile(r"(?<![-<!])(?P<long>---?)(?![->])|(?<=[^\s|]) (?P<short>-) (?=\S)")
_DOTS_TYPED = re.compile(r"(?<![./\\])\.\.\.$")
_DASHES_TYPED = (
    (re.compile(r"(?<![-–—<!])--$"), "–"),
    (re.compile(r"(?<!-)–-$"), "—"),
    (re.compile(r"(?<=[^\s|]) (?P<part>-) $"), "–"),
)
_HALF = re.compile("[‚‘‹›']")
_RULE = re.compile(r"[-–\s|:>=*_]*")
_NOT_PROSE = re.compile(rf"{_RULE.pattern}$|{LINK_DEFINITION.pattern}")
"""A line without letters, or the definition of a link."""
_UNFINISHED = re.compile(r"`|<[A-Za-z/!?][^<>]*$|\]\([^()]*$|\{:?[ ]*[#.:\w][^{}]*$")
_ADDRESS = re.compile(r"(?:://|\bwww\.)\S*$")
_OPAQUE = re.compile(r"<(/?)(pre|script|style|textarea|code|kbd|samp|tt)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typography:
    """Kinds of corrections; each can be switched off."""

    style: str = "„“"
    """Style of quotation marks, a key of ``QUOTE_STYLES``."""
    quotes: bool = True
    """Quotation marks, apostrophes and inches."""
    dashes: bool = True
    ellipsis: bool = True
    spaces: bool = True


NO_TYPOGRAPHY = Typography(quotes=False, dashes=False, ellipsis=False, spaces=False)


def typeset(text: str, options: Typography) -> str:
    """Return the Markdown ``text`` with the typography of ``options``.

    Idempotent. Takes time in proportion to the length.
    """
    # A mark that looked like a part of broken markup may be prose after a first round. Each round
    # leaves fewer ASCII characters to change, so there is a last one.
    while edits := list(_edits(text, options)):
        text = _applied(text, edits)
    return text


def typeset_part(text: str, start: int, end: int, options: Typography) -> str:
    """Return ``text[start:end]`` with the typography of ``options``; the rest is its context."""
    if _Preceding(text, start).is_literal:
        return text[start:end]
    first, last = _block_start(text, start), text.find("\n\n", end)
    around = text[first:] if last < 0 else text[first:last]
    low, high = start - first, end - first
    while edits := [e for e in _edits(around, options) if low <= e.start and e.end <= high]:
        around = _applied(around, edits)
        high += sum(len(e.text) - (e.end - e.start) for e in edits)
    return around[low:high]


def edit_while_typing(text: str, position: int, options: Typography) -> TextEdit | None:
    """Return the edit for the character that was typed just before ``position``, or None.

    ``text`` contains the character already; the edit may be a little before it („120 min,“). Reads
    one paragraph, and for most characters only the few before them.
    """
    tail = text[max(0, position - _REACH) : position]
    is_quote = options.quotes and tail[-1:] in ('"', "'")
    edit = TextEdit(len(tail) - 1, len(tail), "") if is_quote else _tail_edit(tail, options)
    edit = edit or _half_typed(text, position, tail, options)
    if edit is None:
        return None
    line = text[text.rfind("\n", 0, position - len(tail) + edit.start) + 1 : position]
    if _is_excluded(line, tail[: edit.start], is_quote=is_quote):
        return None
    before = _Preceding(text, position)
    edit = _moved(edit, position - len(tail))
    if before.is_literal or not before.is_prose(edit):
        return None
    return before.quote(QUOTE_STYLES[options.style]) if is_quote else edit


# -- while typing ---------------------------------------------------------------------------------


class _Preceding:
    """The text before a position, from the start of the blocks that it may belong to."""

    def __init__(self, text: str, position: int) -> None:
        self._position = position
        self._start = _block_start(text, position)
        self._text = text[self._start : position]
        self._plain = plain_text(self._text)
        self._paragraph = self._plain.text.rsplit("\n\n", 1)[-1]
        self.is_literal = bool(_UNFINISHED.search(self._paragraph)) or _in_block(text[:position])
        """Whether the position is inside code or markup, which may still be without its end."""

    def is_prose(self, edit: TextEdit) -> bool:
        """Whether ``edit`` replaces prose."""
        start, end = edit.start - self._start, edit.end - self._start
        low, high = self._plain.plain_offset(start), self._plain.plain_offset(end)
        same = self._plain.text[low:high] == self._text[start:end]
        return low is not None and high is not None and same

    def quote(self, style: QuoteMarks) -> TextEdit | None:
        """Return the edit of the quotation mark at the end.

        If the writer has left the mark before it straight, this one is left straight, too.
        """
        mark, paragraph = self._text[-1:], self._paragraph
        if mark == '"' and paragraph.count(mark) % 2 == 0:
            return None
        edits = quote_edits(paragraph, style, typing=True)
        found = next((edit for edit in edits if edit.end == len(paragraph)), None)
        return found and _moved(found, self._position - len(paragraph))


def _is_excluded(line: str, tail: str, *, is_quote: bool) -> bool:
    """Tell whether an edit after ``tail`` would change an escape, an address or a bare line."""
    in_address = _ADDRESS.search(tail) is not None and not is_quote
    return tail.endswith("\\") or in_address or _NOT_PROSE.match(line) is not None


def _moved(edit: TextEdit, by: int) -> TextEdit:
    return TextEdit(edit.start + by, edit.end + by, edit.text)


def _tail_edit(tail: str, options: Typography) -> TextEdit | None:
    if options.dashes and (edit := _dash_typed(tail)):
        return edit
    if options.ellipsis and tail.endswith("...") and (match := _DOTS_TYPED.search(tail)):
        return TextEdit(*match.span(), "…")
    if options.spaces and " " in tail and (edit := _space_typed(tail)):
        return edit
    return None


def _half_typed(text: str, position: int, tail: str, options: Typography) -> TextEdit | None:
    if not options.quotes or not _HALF.search(tail, max(0, len(tail) - 12)):
        return None
    start = max(text.rfind("\n\n", 0, position), 0)
    edit = correct_half_mark(text[start:position], QUOTE_STYLES[options.style])
    return edit and _moved(edit, start - position + len(tail))


def _dash_typed(tail: str) -> TextEdit | None:
    if tail[-1:] not in "- ":
        return None
    for pattern, dash in _DASHES_TYPED:
        if match := pattern.search(tail):
            return TextEdit(*match.span("part" if "part" in pattern.groupindex else 0), dash)
    return None


def _space_typed(tail: str) -> TextEdit | None:
    for pattern in _SPACES:
        for match in pattern.finditer(tail):
            # At the end of the text „m“ may be the beginning of „mehr“.
            known = not match["ahead"].isalpha() or pattern is _SPACES[1]
            if match.end("ahead") == len(tail) and known:
                return TextEdit(*match.span("gap"), NO_BREAK_SPACE)
    return None


def _in_block(before: str) -> bool:
    """Whether a fence, a comment or an element with code is open at the end of ``before``."""
    tags = _OPAQUE.findall(before) if "<" in before else []
    opened = bool(tags) and not tags[-1][0]
    return (
        in_open_fence(before, len(before)) or opened or before.rfind("<!--") > before.rfind("-->")
    )


def _block_start(text: str, position: int) -> int:
    """Return the start of the last block that cannot be part of a list or a block quote."""
    start = position
    while (start := text.rfind("\n\n", 0, start)) >= 0:
        if text[start + 2 : start + 3] not in ("", " ", "\t", "\n"):
            return start + 2
    return 0


# -- the whole text -------------------------------------------------------------------------------


def _edits(text: str, options: Typography) -> Iterator[TextEdit]:
    """Yield one round of edits of the Markdown, ascending and without overlaps."""
    plain = plain_text(text)
    start = 0
    for paragraph in plain.text.split("\n\n"):
        for edit in sorted(set(_paragraph_edits(paragraph, options))):
            mapped = _in_markdown(plain, text, edit, start)
            if mapped:
                yield mapped
        start += len(paragraph) + 2


def _in_markdown(plain: PlainText, text: str, edit: TextEdit, shift: int) -> TextEdit | None:
    low, high = edit.start + shift, edit.end + shift
    span = plain.source_span(low, high)
    if span is None or text[slice(*span)] != plain.text[low:high]:
        return None
    line = text[text.rfind("\n", 0, span[0]) + 1 : (text.find("\n", span[0]) + 1 or None)]
    if text[: span[0]].endswith("\\") or _RULE.fullmatch(line):
        return None
    return TextEdit(*span, edit.text)


def _paragraph_edits(paragraph: str, options: Typography) -> Iterator[TextEdit]:
    if options.quotes:
        yield from quote_edits(paragraph, QUOTE_STYLES[options.style])
    if options.dashes:
        yield from _dashes(paragraph)
    if options.ellipsis:
        yield from (TextEdit(*match.span(), "…") for match in _DOTS.finditer(paragraph))
    if options.spaces:
        for pattern in _SPACES:
            gaps = (match.span("gap") for match in pattern.finditer(paragraph))
            yield from (TextEdit(*gap, NO_BREAK_SPACE) for gap in gaps)


def _dashes(paragraph: str) -> Iterator[TextEdit]:
    for match in _DASHES.finditer(paragraph):
        if match["long"]:
            yield TextEdit(*match.span(), "–" if len(match["long"]) == 2 else "—")  # noqa: PLR2004
        else:
            # With its spaces: a hyphen at the start of a line may become a list item.
            yield TextEdit(*match.span(), " – ")


def _applied(text: str, edits: Iterable[TextEdit]) -> str:
    parts: list[str] = []
    last = 0
    for edit in edits:
        if edit.start >= last:
            parts += text[last : edit.start], edit.text
            last = edit.end
    return "".join([*parts, text[last:]])
