"""Words, sentences and signs of the texts that a user reads, in both languages."""

import re

import pytest

from tests.house.texts import Text, all_texts, window_texts

TEXTS = all_texts()

DROPPED_GERMAN = (
    *(r"\bFunde?n?\b", r"\b[Aa]us(zu)?geb(en|e)\b", r"\bausgegeben", r"(?<!Welche )\bAusgaben?\b"),
    *(r"\bImmer kennen\b", r"\bin dieser Rezension (bekannt|kennen)\b", r"\beinlesen\b"),
    *(r"\bPrüfserver", r"\bStylesheet", r"\bAlternativtext", r"\bBildtext", r"\bunterlaufen\b"),
    *(r"\bungesicherten? Fassung", r"\bFertigen Text\b", r"\bLanguageTool (wird ge)?hol(en|t)\b"),
    *(r"\bnicht mehr da\b", r"\bgeht (das )?(nicht|weg|her)\b", r"\bliegen? bleibt\b"),
)
DROPPED_ENGLISH = (
    *(r"made? a(nother)? mistake", r"\bchecking server\b", r"\bfold(ed)? away\b", r"\bcount on\b"),
    *(r"\btake over\b", r"\bfinished text\b(?! into)", r"\bis no [a-z]+ (that|for)\b"),
    *(r"\bunsaved version", r"\balternative text\b", r"\bimage text\b", r"\balways accept\b"),
    *(r"\bany more\b", r"\bbe fetched\b", r"\bshall (it|they|the)\b", r"\bonce more hides\b"),
)
CAPITALS = re.compile(
    r"LanguageTool|Rezensent|Markdown|Word|LibreOffice|OpenDocument|Python|German|English|Austria|"
    r"Germany|Switzerland|Vienna|Amstad|Flesch|Java|Typst|Hugo|Jekyll|Obsidian|CommonMark|Astro|"
    r"Wolt|Xen|Fo?rum|Ctrl|Shift|Enter|Esc|Del|Delete|Alt|Tab|Home|Backspace|F\d+|Std|Min|Nov|"
    r"BBCode|Dr|Okoro|Internet|I|J|S|Unicode|Windows|Linux|Swiss|English|Blu-ray|Lucide|Temurin|"
    r"AppImage|Applications|Debian"
)
"""Names, which have a capital within a sentence."""


def texts_with(pattern: str, texts: tuple[str, ...]) -> list[str]:
    return [text for text in texts if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("word", DROPPED_GERMAN)
def test_no_german_text_says_what_has_another_word(word: str) -> None:
    found = [t.german for t in TEXTS if re.search(word, t.german)]
    assert found == []


@pytest.mark.parametrize("word", DROPPED_ENGLISH)
def test_no_english_text_says_what_has_another_word(word: str) -> None:
    assert texts_with(word, tuple(t.english for t in TEXTS)) == []


def test_a_request_addresses_the_reader() -> None:
    asking = re.compile(r"\bbitte\b([^.;:!?]*)", re.IGNORECASE)
    clauses = [(text.german, m[1]) for text in TEXTS for m in asking.finditer(text.german)]
    assert len(clauses) > 100
    assert [german for german, clause in clauses if " Sie" not in clause] == []


def test_no_label_is_half_a_sentence() -> None:
    begun = re.compile(r"^(Was|Wer|Woran|What|Who) [^?]*[^?.!:]$")
    assert [t for text in TEXTS for t in text[1:] if begun.match(t)] == []


def test_the_window_names_no_process_and_no_command_line() -> None:
    told = re.compile(r"\{pid\}|\bProzess|\bprocess\b|[„“]rezensent |make setup|doctor")
    assert [text for text in window_texts() if told.search(text.german + text.english)] == []
    core = [text for text in TEXTS if text.place not in COMMAND_LINE]
    assert [text for text in core if told.search(text.german + text.english)] == []


COMMAND_LINE = {
    *("rezensent.po", "__main__.py", "console.py", "display.py", "parser.py", "doctor.py"),
    *("executor.py", "main.py", "check.py"),
    # The one command that repairs this copy of the program.
    "installation.py",
}
"""Where texts are that only a terminal shows, or that give the command as their advice."""


def test_ellipses_stand_as_each_language_has_them() -> None:
    german = [t.german for t in TEXTS if re.search(r"\w…", t.german) or "..." in t.german]
    english = [
        *(t.english for t in TEXTS if re.search(r"(?<![,=:\w]) …|\w …$|\.\.\.", t.english)),
    ]
    assert (german, english) == ([], [])


def test_what_asks_on_ends_in_an_ellipsis_in_both_languages() -> None:
    assert [t for t in TEXTS if t.german.endswith("…") != t.english.endswith("…")] == []


def test_quotation_marks_are_those_of_the_language() -> None:
    wrong_german = re.compile(r"[”‘]|(?<![„\w])\w+”|\w'\w")
    wrong_english = re.compile(r"„(?!&?Germany)|\w'\w")
    assert [t.german for t in TEXTS if wrong_german.search(t.german)] == []
    assert [t.english for t in TEXTS if wrong_english.search(t.english)] == []


def test_keys_have_the_names_of_the_keyboard() -> None:
    german = re.compile(r"\b(Ctrl|Shift|Enter|Return|Delete|Del|Home|PgDown)\b")
    english = re.compile(r"\b(Strg|Umschalt|Eingabe|Entf|Pos1|Rücktaste)")
    assert [t.german for t in TEXTS if german.search(t.german)] == []
    assert [t.english for t in TEXTS if english.search(t.english)] == []


def test_english_is_in_sentence_case() -> None:
    assert [t for t in TEXTS if list(_capitals(t))] == []


def _capitals(text: Text) -> list[str]:
    """Return words within sentences that begin with a capital and are no names."""
    english = text.english.replace("&", "").replace("<", ". <")
    plain = re.sub(r"<[^>]+>|\{[^}]*\}|“[^”]*”|„[^“]*“|»[^«]*«|«[^»]*»", " ", english)
    parts = re.split(r"[.:;!?…·/▸\n(]\s*", plain)
    words = [word for part in parts for word in re.findall(r"[A-Za-z][\w-]*", part)[1:]]
    return [w for w in words if w[0].isupper() and not w.isupper() and not CAPITALS.match(w)]
