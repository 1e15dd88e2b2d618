"""Japanese in Latin letters."""

import re

_VOWEL = "[aiueoāīūēōâîûêô]"
_MORA = rf"""(?:(?:ky|gy|sh|ch|j|ny|hy|by|py|my|ry)[aueoāūēōâûêô] | (?:sh|ch|j)[iīî] | ts[uūû]
    | [kgsznhbpmr]{_VOWEL} | [td][aeoāēōâêô] | f[uūû] | y[auoāūōâûô] | w[ao] | {_VOWEL}
    | n(?![aiueoāīūēōâîûêôy]) | n'(?=[aiueoy]) )"""
_DOUBLED = r"(?:k(?=k)|s(?=s)|t(?=[tc])|p(?=p))?"
_WORD = re.compile(rf"(?:{_DOUBLED}{_MORA})+", re.VERBOSE)


def is_romaji(word: str) -> bool:
    """Tell whether ``word``, in small letters, is made of syllables of the Hepburn romanisation."""
    return _WORD.fullmatch(word) is not None
