"""What a whole review defines for its links; many writers keep all addresses in one section."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from editor.markdown.plaintext import Labels, defined


def link_labels(texts: Iterable[str]) -> Labels:
    """Return what any of ``texts``, the Markdown of the sections of one review, defines."""
    return reduce(or_, map(defined, texts), Labels())
