"""The description in a package registry has no link that leads nowhere."""

import re
import tomllib
from pathlib import Path

from tools.wheel.build_hook import absolute_links

ROOT = Path(__file__).parents[2]
SOURCE = "https://example.org/source"


def test_relative_links_name_the_files_of_the_source() -> None:
    text = "[a](docs/a.md), ![b](docs/b.png), [c](https://example.org/c), [d](#d)"
    assert absolute_links(text, SOURCE) == (
        f"[a]({SOURCE}/blob/HEAD/docs/a.md), ![b]({SOURCE}/raw/HEAD/docs/b.png), "
        "[c](https://example.org/c), [d](#d)"
    )


def test_every_relative_link_of_the_readme_names_a_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    source = project["urls"]["Source"]
    text = absolute_links((ROOT / "README.md").read_text("utf-8"), source)
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert links
    assert all(link.startswith(("https://", "#")) for link in links)
    inside = [link.removeprefix(source).split("/", 3) for link in links if link.startswith(source)]
    missing = [parts[3] for parts in inside if not (ROOT / parts[3]).exists()]
    assert missing == []
