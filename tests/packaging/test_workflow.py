"""The workflow of a release names only what there is; actionlint reads the rest of it."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

_ROOT = Path(__file__).resolve().parents[2]
_TEXT = (_ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def _steps() -> list[dict[str, Any]]:
    jobs = yaml.safe_load(_TEXT)["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_actions_are_pinned_to_a_commit_and_say_which_version_that_is() -> None:
    uses = re.findall(r"uses: (\S+)(.*)", _TEXT)
    assert len(uses) > 10
    for action, comment in uses:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r"\s+# v[\d.]+", comment), action


def test_the_programs_and_targets_that_steps_run_exist() -> None:
    runs = "\n".join(step.get("run", "") for step in _steps())
    modules = set(re.findall(r"-m (tools\.\w+)", runs))
    assert {"tools.bundle", "tools.windows", "tools.macos", "tools.appimage"} <= modules
    for module in modules:
        assert find_spec(module), module
    makefile = (_ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {name for line in re.findall(r"PYTHON=\S+ ([a-z -]+)", runs) for name in line.split()}
    assert targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_secrets_reach_only_steps_that_are_skipped_without_them() -> None:
    for step in _steps():
        if "secrets." in str(step):
            assert "!= ''" in step["if"], step["name"]
