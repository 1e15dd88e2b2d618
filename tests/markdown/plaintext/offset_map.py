"""What holds for the offset map of every text."""

import unicodedata

from editor.markdown.plaintext import PlainText, SegmentKind


def check_map(source: str, plain: PlainText) -> None:
    """Assert what holds for every text."""
    end = source_end = 0
    for part in sorted(plain.segments, key=lambda part: part.source):
        assert source_end <= part.source < part.source_end <= len(source)
        source_end = part.source_end
    for part in plain.segments:
        assert end <= part.start < part.end <= len(plain.text)
        assert plain.text[end : part.start] in ("", " ", "\n", "\n\n")
        text, origin = plain.text[part.start : part.end], source[part.source : part.source_end]
        if part.kind is SegmentKind.TEXT:
            assert text == origin
            assert plain.source_span(part.start, part.end) == (part.source, part.source_end)
            assert plain.plain_offset(part.source) == part.start
        elif part.kind is SegmentKind.ENTITY:
            assert origin[0] + origin[-1] == "&;" or text in (
                unicodedata.normalize("NFC", origin),
                unicodedata.normalize("NFKC", origin),
            )
        else:
            assert plain.source_span(part.start, part.end) is None
        end = part.end
    assert end == len(plain.text)
