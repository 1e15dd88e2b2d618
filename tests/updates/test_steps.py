"""How a user gets a newer version."""

import sys

import pytest

from editor.installation import Kind
from editor.updates.steps import installation_step
from editor.updates.update import parse_update
from tests.updates.test_update import MESSAGE

UPDATE = parse_update(MESSAGE.encode())
WITHOUT_FILES = parse_update(MESSAGE.partition("[files")[0].encode())


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_step(kind: Kind) -> None:
    for update in (UPDATE, WITHOUT_FILES):
        step = installation_step(kind, update)
        assert step.english
        assert step.german.partition("\n")[0].endswith((".", ":"))
        assert "{" not in step.german + step.english


def test_a_wheel_is_upgraded_in_its_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/env/bin/python")
    step = installation_step(Kind.PYTHON, UPDATE)
    assert "„/opt/env/bin/python -m pip install --upgrade rezensent“" in step.german


def test_a_package_is_installed_by_its_name() -> None:
    for update in (UPDATE, WITHOUT_FILES):
        step = installation_step(Kind.DEB, update)
        assert step.german.endswith("\nsudo apt install ./rezensent_0.10.0_amd64.deb")
        assert "“rezensent_0.10.0_amd64.deb”" in step.english
