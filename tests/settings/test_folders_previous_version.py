"""Folders that the version before has written are taken over; see the data's README."""

import json
import platform
import shutil
from pathlib import Path

import pytest

from editor.export.jobs.preset_store import load_presets
from editor.proofing.dictionary import load_words
from editor.proofing.style import StyleOptions
from editor.settings import Folders, Settings, load_settings, save_settings
from editor.storage.backups import Backups
from editor.storage.draft import Draft
from editor.storage.journal import Journal
from editor.storage.load_save import digest
from editor.storage.locks import LockOwner, Locks
from editor.storage.processes import ProcessIdentity

DATA = Path(__file__).parents[1] / "data" / "previous_version"
SALT = Path("/nirgendwo/salz.md")
OWNER = ProcessIdentity("rechner-von-damals", 4711, "219421 868fb521-022e-4ac9-8c2a-ee173811ec70")
NOON = 1_795_348_800.0
"""22 November 2026, 12:00 UTC."""
TEXT = (
    "---\nrezensent: 1\nform: film\ntitle: Salz\n---\n\n## Handlung {#plot}\n\nGrüße vom Entwurf.\n"
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A copy of the folders, which a test may change."""
    for name in ("config", "state"):
        shutil.copytree(DATA / name, tmp_path / name)
    return Folders.below(tmp_path)


@pytest.fixture
def journal(folders: Folders) -> Journal:
    return Journal(folders.state / "journal")


@pytest.fixture
def locks(folders: Folders) -> Locks:
    return Locks(folders.state / "journal" / "locks", ProcessIdentity.current())


def test_settings_are_taken_over(folders: Folders) -> None:
    settings, problem = load_settings(folders.config)
    assert problem is None
    assert settings == Settings(
        language="en",
        variant="de-AT",
        theme="dark",
        author="Ida Lund",
        text_size=14,
        rules_off=("OXFORD_SPELLING_Z_NOT_S",),
        style=True,
        style_rules={"fillers": {"on": False, "threshold": 3}},
        layouts={"1920x1080@1.0": {"preview": True, "panes": [200, 900, 700]}},
        shortcuts={"save": "Ctrl+Shift+S", "undo": ""},
        commands=("save", "export"),
        recent=(str(SALT),),
        session={"path": str(SALT), "section": "plot", "position": 7},
        unknown={"from_a_later_version": [1, 2]},
    )
    choice = StyleOptions.of(settings.style_rules).choice("fillers")
    assert (choice.on, choice.threshold) == (False, 3)


def test_settings_are_written_so_that_the_version_before_reads_them(folders: Folders) -> None:
    save_settings(folders.config, load_settings(folders.config)[0])
    before = json.loads((DATA / "config" / "settings.json").read_bytes())
    written = json.loads((folders.config / "settings.json").read_bytes())
    assert {key: written[key] for key in before} == before


def test_dictionary_is_taken_over(folders: Folders) -> None:
    assert load_words(folders.config) == ("Blu-ray-Box", "Fjällräven", "Polarkreis")


def test_drafts_are_offered(journal: Journal) -> None:
    declined, draft = (found.draft for found in journal.abandoned())
    assert journal.damaged == ()
    assert draft == Draft("0" * 31 + "1", TEXT, SALT, "", "plot", 7, OWNER, NOON, number=1)
    assert (declined.text, declined.path) == ("Nie gesichert.\n", None)
    assert declined.declined


def test_draft_of_a_process_that_has_ended_here_is_offered(
    folders: Folders, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "node", lambda: OWNER.host)
    assert journal.is_abandoned("0" * 31 + "1")
    assert (
        Locks(folders.state / "journal" / "locks", ProcessIdentity.current()).acquire(SALT) is None
    )


def test_lock_of_another_computer_stands_until_it_is_forced(locks: Locks) -> None:
    owner = locks.acquire(SALT)
    assert isinstance(owner, LockOwner)
    assert owner.process == OWNER
    assert locks.acquire(SALT, force=True) is None
    assert locks.acquire(SALT) is None


def test_versions_are_taken_over(folders: Folders) -> None:
    backups = Backups(folders.state / "backups")
    newest, foreign, first = backups.versions(SALT)
    assert [backups.read(version) for version in (newest, foreign, first)] == [
        TEXT.encode(),
        "Von anderswo: Größe\n".encode("latin-1"),
        b"Erste Fassung\r\n",
    ]
    assert [version.is_foreign for version in (newest, foreign, first)] == [False, True, False]
    assert first.taken.timestamp() == NOON
    assert newest.has_digest(digest(TEXT.encode()))
    assert backups.reviews() == (newest,)
    assert backups.add(SALT, TEXT.encode()) is None


def test_export_settings_are_taken_over(folders: Folders) -> None:
    store = load_presets(folders.state / "exports.json")
    assert store.problem is None
    preset = store.preset(str(SALT))
    assert (preset.formats, preset.folder) == (("html", "pdf"), "/nirgendwo/ausgabe")
