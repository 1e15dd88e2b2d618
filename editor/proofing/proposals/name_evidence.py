"""Capitalised words of a review's text, and how they are used: as names or as common nouns."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add
from typing import NamedTuple

from editor.markdown.plaintext import PlainText
from editor.markdown.set_apart import is_set_apart
from editor.proofing.names.inflection import base_forms, nearest_name, normalize_word
from editor.proofing.names.phrases import Token, normalized_words, tokenize
from editor.proofing.proposals.name_patterns import is_profession

_DETERMINER = re.compile(
    r"d(?:er|ie|as|en|em|es)|[kmsd]?eine?[mnrs]?|i(?:hr|m|ns)|(?:ihr|unse?r|eue?r|welch|solch)e?[mnrs]?"
    r"|(?:dies|jen|jed|manch|viel|wenig|einig|mehrer|all|beid|etlich|ander|erst|zweit|dritt)e[mnrs]?"
    r"|viel|wenig|mehr|weniger|etwas|genug|am|zu[mr]|vom|beim|paar|anderthalb|zwei|drei|vier|fünf"
    r"|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend|\d+",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"d(?:er|ie|as|en|em)")
_ADJECTIVE = re.compile(r"[a-zäöüß-]{2,}e[mnrs]?")
_ADJECTIVES = 2
"""Adjectives between an article and its noun that are looked past."""
_TITLES = ("Dr", "Mr", "Ms", "St", "Mrs", "Prof")
_ABBREVIATED = re.compile(rf"[A-ZÄÖÜ]|{'|'.join(_TITLES)}")
"""Words that have a full stop before the rest of a name: „J. K. Simmons“, „Mr. Tiny“."""
_NO_END = "".join(rf"(?<!\b{title})" for title in _TITLES)
_SENTENCE_START = re.compile(
    # A single letter is an initial, or an abbreviation within a sentence: „a.k.a.“, „z. B.“.
    rf"(?:^|\n|(?<!\b[^\W\d_]){_NO_END}\.|[!?…|]|[-–—•]\s)[\s„“”»«‚\"'(\[*•–—-]*\Z"
)
_MARGIN = 8
"""Characters before a word in which the start of a sentence is looked for."""
_BLANKS = (" ", "\xa0")
_ROLE = re.compile(r"[ \xa0]\((?=[A-ZÄÖÜ])")
_MOST_PAIRS = 20_000
"""Pairs of words that are compared: more of them take longer than reading the text again."""
_MOST_LETTERS = 4
"""By which a word may be longer than the name that it misses: two of a slip, two of an ending."""
_LONG = 7
"""Letters from which two spellings that differ by a letter are hardly two names."""


class NameUse(NamedTuple):
    """Number of times that a word is used in each way; the ways overlap."""

    total: int = 0
    common: int = 0
    """After an article, a number or an adjective with one, as common nouns are."""
    initial: int = 0
    """At the start of a sentence, where every word has a capital."""
    after_noun: int = 0
    """Directly after another capitalised word: „Regisseur X“, „Sandra X“."""
    after_name: int = 0
    """After one without an article, which is hardly a common noun either."""
    before_noun: int = 0
    """Directly before another capitalised word, or explained by one: „X Bullock“, „X (Y)“."""
    set_apart: int = 0
    """Alone in italics, quotation marks or a link."""
    explained: int = 0
    """Named as a person or a role by the text: „Regisseur X“, „Regie: X“, „X spielt Y“."""

    def plus(self, other: "NameUse") -> "NameUse":
        """Return the sum of both."""
        return NameUse._make(map(add, self, other))


NameUses = Mapping[str, NameUse]
"""Uses by word, in the order of the text."""


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """The capitalised words of all sections of a review."""

    uses: NameUses = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    """Words that the writer has said are not names."""
    right: tuple[str, ...] = ()
    """Those of ``uses`` that another word may be a slip of."""

    @classmethod
    def of(cls, sections: Iterable[NameUses], rejected: Iterable[str] = ()) -> "NameEvidence":
        """Return the evidence of several sections, in reading order.

        Of a rejected name of several words no word is a name.
        """
        uses: dict[str, NameUse] = {}
        for section in sections:
            for word, use in section.items():
                uses[word] = uses[word].plus(use) if word in uses else use
        no_names = frozenset(word for name in rejected for word in normalized_words(name))
        right = (word for word, use in uses.items() if _may_be_right(word, use))
        return cls(uses, no_names, tuple(right))

    def differing(self, other: "NameEvidence") -> frozenset[str]:
        """Return the words that this and the ``other`` evidence have in different uses."""
        words = {*self.uses, *other.uses}
        return frozenset(word for word in words if self.uses.get(word) != other.uses.get(word))

    def is_rejected(self, word: str) -> bool:
        """Tell whether the writer has said that ``word``, which may be inflected, is not a name."""
        return any(base in self.rejected for base, _ in base_forms(word))

    def use(self, word: str) -> NameUse:
        """Return how ``word`` is used, all its inflections taken together."""
        bases = dict.fromkeys(base for base, _ in base_forms(word))
        forms = dict.fromkeys(form for base in bases for form in _inflections(base))
        total = NameUse()
        for form in forms:
            total = total.plus(self.uses.get(form, NameUse()))
        return total

    def base(self, word: str) -> str:
        """Return the shortest word of the text that ``word`` may be an inflection of."""
        return min(
            (base for base, _ in base_forms(word) if base in self.uses), key=len, default=word
        )

    def majority(self, word: str) -> list[str]:
        """Return the names of the text that ``word`` may be a slip of.

        The text has it at least twice, and twice as often, or it says who that is. Of two long
        spellings with one use each either may be the slip.
        """
        own = self.use(word)
        long = own.total == 1 and len(word) >= _LONG
        bases = {base for base, _ in base_forms(word)}

        def is_likelier(other: str) -> bool:
            use = self.uses[other]
            return (
                use.total >= max(2, 2 * own.total)
                or (long and len(other) >= _LONG)
                or (bool(use.explained) and not own.explained and use.total >= own.total)
            )

        return [
            other
            for other in self.right
            if abs(len(other) - len(word)) <= _MOST_LETTERS
            and other.isupper() == word.isupper()
            and is_likelier(other)
            and bases.isdisjoint(base for base, _ in base_forms(other))
        ]


def _may_be_right(word: str, use: NameUse) -> bool:
    """Tell whether ``word`` is used like a name, and more than once, or in a way that counts."""
    is_name = use.total > use.common + use.initial - use.before_noun
    return is_name and (use.total > 1 or use.explained > 0 or len(word) >= _LONG)


def depend(words: Collection[str], changed: Collection[str]) -> bool:
    """Tell whether another use of the ``changed`` words may tell something else about ``words``.

    They do on those that they are inflections of, or miss by a slip.
    """
    if not words or not changed:
        return False
    if len(words) * len(changed) > _MOST_PAIRS:
        return True
    bases = {base for word in words for base, _ in base_forms(word)}
    forms = {form for base in bases for form in _inflections(base)}
    return not forms.isdisjoint(changed) or any(nearest_name(word, changed) for word in words)


def _inflections(base: str) -> tuple[str, ...]:
    return base, f"{base}s", f"{base}'", f"{base}'s"


def section_uses(
    markdown: str, plain: PlainText, explained: Collection[str] = frozenset()
) -> NameUses:
    """Return the uses of the capitalised words of a section, and of the parts of its compounds.

    ``explained`` are the words of which the section says that they are names.
    """
    uses: dict[str, NameUse] = {}
    tokens = tokenize(plain.text)
    words = _SectionWords(markdown, plain, tokens)
    for index, token in enumerate(tokens):
        if not token.text[0].isupper():
            continue
        word = normalize_word(token.text)
        use = words.use(index)
        if any(base in explained for base, _ in base_forms(word)):
            use = use._replace(explained=1)
        uses[word] = uses.get(word, NameUse()).plus(use)
        for part in word.split("-") if "-" in word else ():
            if part[:1].isupper():
                # „der Seldon-Krise“ has the article of the compound.
                of_part = use._replace(common=0, initial=0)
                uses[part] = uses.get(part, NameUse()).plus(of_part)
    return uses


class _SectionWords:
    """The words of a section, and how each is used in its place."""

    def __init__(self, markdown: str, plain: PlainText, tokens: Sequence[Token]) -> None:
        self._markdown, self._plain, self._tokens = markdown, plain, tokens
        self._words = {token.text for token in tokens}

    def use(self, index: int) -> NameUse:
        """Return the use of the capitalised word at ``index``."""
        token, text = self._tokens[index], self._plain.text
        before = self._tokens[index - 1] if index else None
        after = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        follows = before is not None and text[before.end : token.start] in _BLANKS
        precedes = after is not None and text[token.end : after.start] in _BLANKS
        leads = bool(after and precedes and after.text[0].isupper())
        joined = self._is_joined(index)
        return NameUse(
            1,
            common=int(_is_common(text, self._tokens, index)),
            initial=int(_is_initial(text, token)),
            after_noun=int(joined),
            after_name=int(joined and not _is_common(text, self._tokens, index - 1)),
            before_noun=int(leads or _ROLE.match(text, token.end) is not None),
            set_apart=int(_is_set_apart(self._markdown, self._plain, token)),
            explained=int(bool(before and follows and is_profession(before.text))),
        )

    def _is_joined(self, index: int) -> bool:
        """Tell whether another word of a name may stand before the word at ``index``."""
        if not index:
            return False
        before, token, text = self._tokens[index - 1], self._tokens[index], self._plain.text
        between = text[before.end : token.start]
        if between.startswith(".") and between[1:] in {"", *_BLANKS}:
            return _ABBREVIATED.fullmatch(before.text) is not None
        is_owner = before.text[-1] in "s'’" and before.text[:-1] in self._words
        return (
            between in _BLANKS
            and before.text[0].isupper()
            and not is_owner
            and not _is_initial(text, before)
        )


def _is_initial(text: str, token: Token) -> bool:
    before = text[max(0, token.start - _MARGIN) : token.start]
    # The beginning of a clipped text is no beginning of a sentence.
    clip = "" if token.start <= _MARGIN else "x"
    return _SENTENCE_START.search(clip + before) is not None


def _is_common(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an article or the like belongs to the word at ``index``."""
    for place in range(index - 1, max(-1, index - 2 - _ADJECTIVES), -1):
        token, after = tokens[place], tokens[place + 1]
        if text[token.end : after.start] not in {" ", "\xa0", "\n"}:
            return False
        if _DETERMINER.fullmatch(token.text):
            return not _is_no_article(text, tokens, place, index)
        if not _ADJECTIVE.fullmatch(token.text):
            return False
    return False


def _is_no_article(text: str, tokens: Sequence[Token], index: int, noun: int) -> bool:
    """Tell whether the word at ``index`` is that of „vor allem X“ or of „jemand, der X kennt“.

    ``noun`` is the index of X. Where nothing follows it, as in „das Bild, der X, die Musik“, there
    is no clause but a list.
    """
    token, end = tokens[index], tokens[noun].end
    if token.text == "allem":
        return index > 0 and tokens[index - 1].text == "vor"
    return (
        _RELATIVE.fullmatch(token.text) is not None
        and text[token.start - 2 : token.start] == ", "
        and text[end : end + 1] in _BLANKS
    )


def _is_set_apart(markdown: str, plain: PlainText, token: Token) -> bool:
    span = plain.source_span(token.start, token.end)
    return span is not None and is_set_apart(markdown, *span)
