"""Checking: with the real LanguageTool, and with a stand-in where the server must misbehave."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import LanguageToolError
from editor.languagetool.checker import Checker, Deadline
from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding, FindingKind
from editor.languagetool.transport import RemoteTransport
from editor.proofing.corrections import correction_edits

WRITING = "Ganz geheimer Text."
SEND = RemoteTransport().request


def only(findings: tuple[Finding, ...], rule: str) -> Finding:
    (finding,) = [finding for finding in findings if finding.rule == rule]
    return finding


def spans(engine: Engine, markdown: str, rule: str = "GERMAN_SPELLER_RULE") -> list[str]:
    findings = engine.check(markdown)
    return [markdown[item.start : item.end] for item in findings if item.rule == rule]


@pytest.mark.languagetool
def test_a_finding_says_all_that_the_window_shows(engine: Engine) -> None:
    (finding,) = engine.check("Nun ist es soweit.")

    assert (finding.start, finding.end) == (11, 17)
    assert (finding.rule, finding.category) == ("SO_WEIT", "COMPOUNDING")
    assert finding.replacements == ("so weit",)
    assert "so weit" in finding.message
    assert finding.kind is FindingKind.GRAMMAR


@pytest.mark.languagetool
@pytest.mark.parametrize(
    "markdown",
    [
        "Das ist ein Feler.",
        "Schöne Grüße, das ist ein Feler.",
        "Großes Kino 😀👍🏽 und ein Feler.",
        "👨‍👩‍👧‍👦 Für die Familie ein Feler, sonst nichts.",
        "Das ist **ein** Feler.",
        "Das ist ein **Feler**.",
        'Das ist *ein [Feler](https://example.org/Fäler "Fehler") im* Link.',
        "# Titel\n\n- Das ist ein Feler.\n- Und das ist keiner.",
        "`Fäler und Feeler` heißt ein Feler im Text.",
        "Ein &amp; Zeichen und ein Feler.",
        "Erste Zeile\r\nund ein Feler.",
    ],
)
def test_the_span_is_exact_in_the_markdown(engine: Engine, markdown: str) -> None:
    assert spans(engine, markdown) == ["Feler"]


@pytest.fixture
def picky(engine: Engine) -> Iterator[Engine]:
    engine.choose_variant("de-DE", picky=True)
    yield engine
    engine.choose_variant("de-DE")


@pytest.mark.languagetool
def test_the_span_is_exact_with_emoji_inside_the_match(picky: Engine) -> None:
    long = "Er ging 😀 " + "und ging 👍🏽 " * 20 + "nach Hause."

    assert spans(picky, f"😀 Ja. {long} Nein.", "TOO_LONG_SENTENCE_DE") == [long]


@pytest.mark.languagetool
def test_findings_come_in_order_and_only_once(engine: Engine) -> None:
    findings = engine.check("Ein Feler und noch ein Feler. Nun ist es soweit. ein Satz.")

    places = [(finding.start, finding.end, finding.rule) for finding in findings]
    assert len(places) >= 4
    assert places == sorted(set(places))


@pytest.mark.languagetool
@pytest.mark.parametrize(
    ("markdown", "rule", "kind"),
    [
        ("Das ist ein Feler.", "GERMAN_SPELLER_RULE", FindingKind.SPELLING),
        ("Er war ein ein Mann.", "GERMAN_WORD_REPEAT_RULE", FindingKind.GRAMMAR),
        ("Er bezahlte mit einer runden Kugel.", "RUNDE_KUGEL", FindingKind.STYLE),
    ],
)
def test_the_kind_of_a_finding(engine: Engine, markdown: str, rule: str, kind: FindingKind) -> None:
    assert only(engine.check(markdown), rule).kind is kind


@pytest.mark.languagetool
@pytest.mark.parametrize("markdown", ["", " \n\n", "123 – 456!", "***", "😀", "\0", "\ud800"])
def test_nothing_to_read_is_nothing_to_find(engine: Engine, markdown: str) -> None:
    assert engine.check(markdown) == ()


@pytest.mark.languagetool
@pytest.mark.parametrize("bad", ["\0", "\ud83d", "\ufffe", "\x01", "\u2028", "\x1b"])
def test_characters_that_no_text_should_hold(engine: Engine, bad: str) -> None:
    assert "Feler" in spans(engine, f"{bad} Das {bad} ist ein Feler.{bad}")


@pytest.mark.languagetool
def test_a_variant_has_its_own_spelling(engine: Engine) -> None:
    swiss = "Die Strasse ist lang."
    assert spans(engine, swiss) == ["Strasse"]

    engine.choose_variant("de-CH")
    try:
        assert engine.check(swiss) == ()
    finally:
        engine.choose_variant("de-DE")


@pytest.mark.languagetool
def test_old_spellings_are_found_in_every_form(engine: Engine) -> None:
    text = "Es ist naßkaltes Wetter. Naßforsch ging er ins Schloß, daß es krachte."

    found = [f for f in engine.check(text) if f.rule == "OLD_SPELLING_RULE"]

    assert {text[f.start : f.end]: f.replacements for f in found} == {
        "naßkaltes": ("nasskaltes",),
        "Naßforsch": ("Nassforsch",),
        "Schloß": ("Schloss",),
        "daß": ("dass",),
    }


@pytest.mark.languagetool
def test_picky_finds_more(picky: Engine) -> None:
    assert spans(picky, 'Er sagte "ja".', "TYPOGRAFISCHE_ANFUEHRUNGSZEICHEN") == ['"ja"']

    picky.choose_variant("de-DE")

    assert picky.check('Er sagte "ja".') == ()


@pytest.mark.languagetool
def test_checks_from_many_threads_do_not_mix(engine: Engine) -> None:
    def place(count: int) -> tuple[int, int]:
        (finding,) = engine.check(f"{'😀' * count} Nun ist es soweit.")
        return finding.start, finding.end

    with ThreadPoolExecutor(8) as pool:
        places = list(pool.map(place, range(16)))

    assert places == [(count + 12, count + 18) for count in range(16)]


@pytest.mark.languagetool
def test_spelling_from_many_threads_does_not_mix(engine: Engine) -> None:
    """All checks share one speller; the verb differs because LanguageTool remembers sentences."""
    words = ["Feler", "Drehbuhc", "Kamerra", "Kritick", "Zuschauwer", "Schauspiler", "Anfagn"]

    def suggestions(sentence: str) -> list[tuple[str, ...]]:
        return [finding.replacements for finding in engine.check(sentence)]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(suggestions, [f"Ein {word} war das." for word in words]))

    assert together == [suggestions(f"Ein {word} ist das.") for word in words]
    assert all(len(found) == 1 for found in together)


class StandIn(ThreadingHTTPServer):
    """Answers like LanguageTool, with what a test puts in."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.status = 200
        self.body: Any = {"matches": []}
        self.forms: list[dict[str, list[str]]] = []
        self.release = threading.Event()
        self.release.set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def find(self, offset: int, length: int, issue: str = "grammar", category: str = "X") -> None:
        """Let every check find one place, in UTF-16 units."""
        rule = {"id": "R", "issueType": issue, "category": {"id": category}}
        place = {"offset": offset, "length": length, "message": "", "replacements": []}
        self.body = {"matches": [place | {"rule": rule, "context": {"offset": 0, "text": ""}}]}


class Answer(BaseHTTPRequestHandler):
    server: StandIn

    def do_GET(self) -> None:
        self.reply(200, [{"code": "de", "longCode": "de-DE"}])

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.forms.append(parse_qs(form))
        self.server.release.wait()
        self.reply(self.server.status, self.server.body)

    def reply(self, status: int, body: object) -> None:
        content = body if isinstance(body, str) else json.dumps(body)
        # A test that lets its client give up closes the connection first.
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            self.end_headers()
            self.wfile.write(content.encode())

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="module")
def running() -> Iterator[StandIn]:
    with StandIn() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def server(running: StandIn) -> Iterator[StandIn]:
    yield running
    running.release.set()
    running.status, running.body = 200, {"matches": []}
    running.forms.clear()


def failure(checker: Checker) -> str:
    """Return the German sentence of the error, which names neither text nor traceback."""
    with pytest.raises(LanguageToolError) as caught:
        checker.check(WRITING)
    chain: BaseException | None = caught.value
    while chain:
        assert WRITING not in repr(chain) + str(vars(chain))
        chain = chain.__cause__
    assert caught.value.english != caught.value.german
    return caught.value.german


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


# The combining sign is one that no letter is composed with: the offset map is tested elsewhere.
@given(
    *[st.text(st.sampled_from("aä漢😀👍🏽\u0332"), max_size=6)] * 3,
)
def test_utf_16_units_become_code_points(
    running: StandIn, before: str, inside: str, after: str
) -> None:
    running.find(units(f"x{before}"), units(inside))

    (finding,) = Checker(running.url, SEND).check(f"x{before}{inside}{after}")

    assert (finding.start, finding.end) == (1 + len(before), 1 + len(before) + len(inside))


@pytest.mark.parametrize(
    ("issue", "category", "kind"),
    [
        ("misspelling", "TYPOS", FindingKind.SPELLING),
        ("uncategorized", "TYPOS", FindingKind.GRAMMAR),
        ("duplication", "REDUNDANCY", FindingKind.GRAMMAR),
        ("style", "REDUNDANCY", FindingKind.STYLE),
        ("register", "MISC", FindingKind.STYLE),
        ("uncategorized", "COLLOQUIALISMS", FindingKind.STYLE),
        ("typographical", "PUNCTUATION", FindingKind.GRAMMAR),
    ],
)
def test_kinds(server: StandIn, issue: str, category: str, kind: FindingKind) -> None:
    server.find(0, 4, issue, category)

    (finding,) = Checker(server.url, SEND).check(WRITING)

    assert finding.kind is kind


def test_what_only_concerns_code_is_no_finding(server: StandIn) -> None:
    server.find(0, 4)

    assert Checker(server.url, SEND).check("`Code`, dann Text.") == ()


def test_a_request_carries_the_choice_and_nothing_more(server: StandIn) -> None:
    Checker(server.url, SEND).check(WRITING)
    Checker(server.url, SEND, picky=True).check(WRITING)

    assert server.forms[0] == {"language": ["de-DE"], "text": [WRITING]}
    assert server.forms[1] == server.forms[0] | {"level": ["picky"]}


def test_a_text_without_letters_is_not_sent(server: StandIn) -> None:
    Checker(server.url, SEND).check("1 + 1 = 2 😀")

    assert server.forms == []


def test_no_proxy_comes_between(server: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.find(0, 4)

    assert len(Checker(server.url, SEND).check(WRITING)) == 1


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (500, WRITING, "Status 500"),
        (413, WRITING, "zu lang"),
        (200, WRITING, "unverständlich"),
        (200, "[]", "unverständlich"),
        (200, {"answer": WRITING}, "unverständlich"),
        (200, {"matches": [{"message": WRITING}]}, "unverständlich"),
    ],
)
def test_a_bad_answer_is_explained(
    server: StandIn, status: int, body: object, sentence: str
) -> None:
    server.status, server.body = status, body

    assert sentence in failure(Checker(server.url, SEND))


def test_a_server_that_is_away_is_explained() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]

    assert "nicht erreichbar" in failure(Checker(f"http://127.0.0.1:{port}", SEND))


def test_the_deadline_holds_cold_and_warm(server: StandIn) -> None:
    checker = Checker(server.url, SEND, deadline=Deadline(cold=0.3, warm=0.1, per_character=0))
    server.release.clear()
    began = time.monotonic()
    assert "länger als" in failure(checker)
    cold = time.monotonic() - began
    server.release.set()
    checker.check(WRITING)
    server.release.clear()
    began = time.monotonic()
    assert "länger als" in failure(checker)
    warm = time.monotonic() - began

    assert 0.3 <= cold < 5
    assert 0.1 <= warm < 5
    # One try each: a second one would double the deadline and the work of the server.
    assert len(server.forms) == 3


def test_a_long_text_has_more_time() -> None:
    deadline = Deadline(cold=60, warm=10, per_character=0.001)

    assert deadline.of("x" * 5000, cold=False) == pytest.approx(15)
    assert deadline.of("x" * 5000, cold=True) == pytest.approx(65)


def test_a_correction_at_a_line_break_leaves_no_blank_before_the_comma(engine: Engine) -> None:
    markdown = "Du kommst morgen\nnicht wahr?"
    (finding,) = engine.check(markdown)
    assert markdown[finding.start : finding.end] == "\nnicht wahr"
    (edit,) = correction_edits(markdown, finding.start, finding.end, finding.replacements[0])
    corrected = markdown[: edit.start] + edit.text + markdown[edit.end :]
    assert corrected == "Du kommst morgen,\nnicht wahr?"
