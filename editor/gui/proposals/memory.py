"""Memory of offers: a review asks once, also after the program has started again."""

import hashlib
from collections.abc import Iterable

from editor.gui.document import Document
from editor.gui.settings_store import SettingsStore
from editor.proofing.proposals.listed_proposal import ListedProposal

_MOST_REVIEWS = 100
"""Reviews remembered, those that were offered last."""


class OfferMemory:
    """Remembers for each file which proposals were offered, as digests: names stay in the review.

    A review without a file is remembered as long as it is open.
    """

    def __init__(self, document: Document, settings_store: SettingsStore) -> None:
        self._document, self._settings_store = document, settings_store
        self._offered: set[str] = set()
        document.opened.connect(self._offered.clear)
        document.saved_changed.connect(self._keep)

    def new(self, proposals: Iterable[ListedProposal]) -> list[ListedProposal]:
        """Return those of the ``proposals`` that were not offered yet."""
        known = self._offered.union(self._kept())
        return [item for item in proposals if _digest(item) not in known]

    def remember(self, proposals: Iterable[ListedProposal]) -> None:
        """Do not offer ``proposals`` again."""
        self._offered.update(map(_digest, proposals))
        self._keep()

    def _kept(self) -> list[str]:
        offers = self._settings_store.settings.offers.get(str(self._document.path), [])
        return (
            [item for item in offers if isinstance(item, str)] if isinstance(offers, list) else []
        )

    def _keep(self) -> None:
        if not self._offered or self._document.path is None:
            return
        name, kept = str(self._document.path), self._kept()
        if not self._offered.issubset(kept):
            others = self._settings_store.settings.offers.items()
            offers = [(path, value) for path, value in others if path != name]
            offers = [*offers, (name, sorted(self._offered.union(kept)))][-_MOST_REVIEWS:]
            self._settings_store.change(offers=dict(offers))


def _digest(item: ListedProposal) -> str:
    return hashlib.sha256("\n".join(item.identity).encode("utf-8", "replace")).hexdigest()[:8]
