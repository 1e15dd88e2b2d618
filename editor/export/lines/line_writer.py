"""Line writer: writes a document as lines of text in a notation."""

from dataclasses import dataclass

from editor.export.document import DocumentSection, ExportDocument
from editor.export.lines.block_writer import BlockWriter
from editor.export.lines.notation import Notation
from editor.export.nodes.tree import Element, Node, text_of
from editor.export.star_rating import rating_text


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Writes documents in one notation."""

    notation: Notation
    width: int = 0
    """Maximum length of a line in code points, 0 for no limit; a longer word has a line of its
    own."""

    @property
    def blocks(self) -> BlockWriter:
        """Writer of blocks."""
        return BlockWriter(self.notation, self.width)

    def write_document(self, document: ExportDocument, *, title: bool = True) -> str:
        """Return ``document`` with a line break at its end; empty when there is nothing in it."""
        blocks = self._head(document, title=title)
        for section in document.sections:
            blocks += self._section(section)
        for notes in document.notes:
            items: list[Node] = [Element("li", {}, [note]) for note in notes.texts]
            blocks += [self._term(notes.label), *self.blocks.write([Element("ul", {}, items)])]
        text = "\n\n".join(block for block in blocks if block.strip())
        return f"{text}\n" if text else ""

    def _head(self, document: ExportDocument, *, title: bool) -> list[str]:
        heading = self.blocks.heading("h1", [document.title]) if title else []
        facts = [self._fact(fact.label, fact.text) for fact in document.facts]
        return [*heading, *self.blocks.paragraph([document.byline.text]), "\n".join(facts)]

    def _section(self, section: DocumentSection) -> list[str]:
        lines = self.blocks.heading("h2", section.heading.nodes)
        if lines and section.score:
            lines.append(self.blocks.inline.escape(rating_text(section.score)))
        lines += self.blocks.write(section.text.nodes)
        ratings = [self._fact(text_of(n.nodes), rating_text(score)) for n, score in section.scores]
        lines.append("\n".join(ratings))
        if section.overall is not None:
            lines.append(self._fact("Gesamtwertung", rating_text(section.overall)))
        return lines

    def _fact(self, label: str, text: str) -> str:
        return self.blocks.wrap(f"{self._term(label)} {self.blocks.inline.escape(text)}")

    def _term(self, label: str) -> str:
        before, behind = self.notation.term
        return f"{before}{self.blocks.inline.escape(label)}{behind}"
