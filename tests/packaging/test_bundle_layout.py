"""Places of a bundle on each system, and what is done there at the end."""

from pathlib import Path

from tools.bundle.layout import bundle_folder, finish, internal_folder


def test_linux_and_windows_have_a_folder(tmp_path: Path) -> None:
    for system in ("linux", "win32"):
        assert bundle_folder(tmp_path, system) == tmp_path / "rezensent"
        assert internal_folder(tmp_path, system) == tmp_path / "rezensent" / "_internal"


def test_windows_gets_the_command_under_its_name(tmp_path: Path) -> None:
    bundle = tmp_path / "rezensent"
    bundle.mkdir()
    for name in ("rezensent.exe", "rezensent-console.exe"):
        (bundle / name).write_text(name)
    finish(tmp_path, "win32")
    assert sorted(path.name for path in bundle.iterdir()) == ["rezensent.com", "rezensent.exe"]


def test_macos_gets_the_application_alone_with_links_to_its_data(tmp_path: Path) -> None:
    internal = internal_folder(tmp_path, "darwin")
    (internal / "languagetool").mkdir(parents=True)
    (internal.parent / "Frameworks").mkdir()
    (tmp_path / "rezensent" / "_internal").mkdir(parents=True)
    finish(tmp_path, "darwin")
    assert [path.name for path in tmp_path.iterdir()] == ["Rezensent.app"]
    assert (internal.parent / "Frameworks" / "languagetool").is_dir()


def test_linux_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "rezensent").mkdir()
    finish(tmp_path, "linux")
    assert list(tmp_path.rglob("*")) == [tmp_path / "rezensent"]
