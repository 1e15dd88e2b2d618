"""Names in the place of another one: „Justin“ for Dustin, who is in the facts.

LanguageTool is silent about them, because its dictionary has the wrong name. It has every German
noun as well: „Bilder“ is one letter from Wilder. So a word counts as a mistaken name beside another
word of the same person's name, „Justin Hoffman“, or if the review has it once, like a name, and the
dictionary accepts no compound that begins with it, as it does for most nouns.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from editor.proofing.checked_text import CheckedText
from editor.proofing.names.inflection import base_forms, edit_distance, nearest_name
from editor.proofing.names.phrases import Token, tokenize
from editor.review.casefold import fold_case

_SHORTEST = 5
"""Letters of a name: shorter ones have many neighbours."""
_SECOND_PARTS = ("haus", "geschichte", "sgeschichte", "wand", "nparadies", "n")
"""Of these the dictionary knows at least one behind most German nouns, none behind most names."""


class MistakenName(NamedTuple):
    """A word in a plain text, and the name from the facts that is meant, inflected as the word."""

    token: Token
    name: str


def mistaken_names(text: CheckedText) -> Iterator[MistakenName]:
    """Yield the known words that stand for the name of a person or a role in the facts.

    Raises what the text's ``is_german`` raises.
    """
    names = [name for name in text.persons.words if len(name) >= _SHORTEST]
    tokens = tokenize(text.plain.text) if names else []
    alone: list[MistakenName] = []
    for index, token in enumerate(tokens):
        name = _meant(text, token, names)
        if name is None:
            continue
        if _is_beside_its_name(text, tokens, index, name):
            yield MistakenName(token, name)
        elif _is_used_like_a_name(text, token, name):
            alone.append(MistakenName(token, name))
    yield from _without_nouns(text, alone)


def _meant(text: CheckedText, token: Token, names: Iterable[str]) -> str | None:
    """Return the name that is one letter from the word, None if there is none."""
    word = token.text
    if len(word) < _SHORTEST or not (word[0].isupper() and word[1:].islower()):
        return None
    stems = [stem for stem, _ in base_forms(word)]
    near = [name for name in names if any(_is_one_letter_off(stem, name) for stem in stems)]
    is_part = text.plain.text[token.end : token.end + 1] in {"-", "‑"}
    if not near or is_part or text.accepts(word) or text.is_flagged(token.start, token.end):
        return None
    match = nearest_name(word, near)
    return match[1] if match else None


def _is_one_letter_off(word: str, name: str) -> bool:
    """Tell whether one letter within the word is wrong: „Simone“ is not meant for Simon."""
    if abs(len(word) - len(name)) > 1 or word.startswith(name) or name.startswith(word):
        return False
    return edit_distance(fold_case(word), fold_case(name)) == 1


def _is_beside_its_name(text: CheckedText, tokens: Sequence[Token], index: int, name: str) -> bool:
    """Tell whether the words around the one at ``index`` are the others of a full name."""
    for words in text.full_names:
        for place in (place for place, word in enumerate(words) if word == name):
            start = index - place
            around = [token.text for token in tokens[max(start, 0) : start + len(words)]]
            if start >= 0 and [*around[:place], name, *around[place + 1 :]] == [*words]:
                return True
    return False


def _is_used_like_a_name(text: CheckedText, token: Token, name: str) -> bool:
    """Tell whether the review has the word once, without an article, and ``name`` elsewhere."""
    use = text.evidence.use(token.text)
    is_genitive = name not in text.persons.words
    followed = use.before_noun and not is_genitive
    unlike = use.common or use.initial or use.after_noun or followed or use.set_apart
    return use.total == 1 and not unlike and text.evidence.use(name).total > 0


def _without_nouns(text: CheckedText, found: Sequence[MistakenName]) -> Iterator[MistakenName]:
    """Yield those that are no German nouns, nothing if the dictionary cannot be asked."""
    forms = [item.token.text + part for item in found for part in _SECOND_PARTS]
    known = text.are_german(forms)
    for place, item in enumerate(found):
        if known and not any(known[place * len(_SECOND_PARTS) :][: len(_SECOND_PARTS)]):
            yield item
