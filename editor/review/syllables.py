"""Number of spoken syllables of a German word.

A syllable is a group of vowels. Tables list where equal spellings are spoken differently (“Familie”
and “Magie”, “Museum” and “neu”, “beinhalten” and “Bein”), and English words of the trade with a
silent letter. All words of ``tests/review/syllables.py`` are counted correctly, but the tables were
made with them; foreign names remain a guess. It is not left to a hyphenation
library: its patterns find the places where a line may break, and those are not all syllables.
"""

import re
import unicodedata
from functools import lru_cache

_HYPHENS = re.compile(r"[’'‐‑-]")
_VOWELS = re.compile(
    r"ieu|eau|ei|ai|au|äu|eu|oi|ou|ie|aa|ee|oo|[aeo]y|[aeiouyäöüàáâãåæèéêëìíîïòóôõøœùúûýÿ]"
)
_CONSONANT = re.compile(r"(?<=q)u|(?:\b|(?<=[aeo])|(?<=n)(?=yo))y(?=[aeiouäöü])")
"""Letters that are not vowels here: “Quelle”, “Yoga”, “loyal”, “Canyon”."""
_PAIR = re.compile(r"ie|e[aeiu]|a[aiu]|äu|o[io]")
_APART = r"""
    famili·e(?!r) seri·e(?!r) feri·e medi·e(?!r) studi·e(?!r) lini·e(?!r) foli·e(?!r) prämi·e\b
    komödi·e tragödi·e akti·e(?!r) histori·e materi·e besti·e immobili·e reptili·e kastani·e
    petersili·e hosti·e grazi·e glori·e \bari·e lili·e
    itali·e indi·en\b spani·e(?!l) australi·e belgi·e indonesi·e bosni·e kolumbi·e
    (?<!sch)(?<!\bw)(?<!sp)(?<!d)i·en\b i·ell [bltrz]i·en[tz] hygi·ene hi·erarch pi·etät
    dani·el\b gabri·el\b ari·el\b
    muse·um lyze·um jubilä·um matthä·us
    be·u[rn] be·inhalt be·irr ge·irr ge·impf ge·ehrt ge·eign ge·ein[ti] ge·ebn
    be·end be·ein[dfs] be·ehr be·erd be·eil be·eng
    prote·in koffe·in kase·in the·is[tm] na·iv a·isch a·ism mosa·ik ukra·in koka·in
    o·id o·is[tm] o·isch hero·in
    e·en\b e·ell \bko·o[pr] zo·olog isa·ak kana·an
"""
"""Places, marked by a dot, where two vowels that look like one sound are two syllables."""
_SILENT = r"""
    remak·e scor·e franchis·e [fh]twar·e onlin·e offlin·e timelin·e storylin·e
    \bon·e\b (?<=feat)ur·e
    \bgam·es?\b crim·es?\b \bprim·e\b \bhom·e \bblu·e \blif·es?\b \btim·es?\b \bfak·es?\b
    [tr]e·am te·aser fe·at be·ats?\b ro·ad so·aps?\b le·ader act·ion kaka·o\b pf·ui
"""
"""Letters behind a dot that look like a vowel and are silent."""
_SPELLED = 3
"""Most letters of an abbreviation that is spelled out; a longer one is a word: “NASA”."""


def _left_of(table: str) -> re.Pattern[str]:
    """Return a pattern for the part before the dot of an entry where the part behind it follows."""
    entries = (entry.split("·") for entry in table.split())
    return re.compile("|".join(f"{left}(?={right})" for left, right in entries))


_SPLIT, _DROPPED = _left_of(_APART), _left_of(_SILENT)


@lru_cache(maxsize=20_000)
def syllable_count(word: str) -> int:
    """Return the number of syllables of a word, at least 1; “DVD”, which is spelled, has three."""
    composed = unicodedata.normalize("NFC", word)
    return max(1, sum(_count(part) for part in _HYPHENS.split(composed) if part))


def _count(part: str) -> int:
    spelled = part.isupper() and (len(part) <= _SPELLED or not _VOWELS.search(part.lower()))
    return len(part) if spelled else len(_VOWELS.findall(_spoken(part.lower())))


def _spoken(word: str) -> str:
    """Return the word with a dot between separate vowels, and without silent letters."""
    word = _CONSONANT.sub("j", word)
    if _PAIR.search(word):
        word = _SPLIT.sub(lambda match: f"{match[0]}·", word)
    return _dropped(word)


def _dropped(word: str) -> str:
    for match in reversed(list(_DROPPED.finditer(word))):
        word = word[: match.end()] + word[match.end() + 1 :]
    return word
