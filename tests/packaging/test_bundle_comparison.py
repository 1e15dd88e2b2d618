from pathlib import Path

import pytest

from tools.bundle.comparison import differences, main
from tools.size import check_size


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    """Two equal folders."""
    folders = (tmp_path / "first", tmp_path / "second")
    for folder in folders:
        jars = folder / "_internal" / "languagetool" / "languagetool-6.8"
        jars.mkdir(parents=True)
        (jars / "start-1234.aot").write_bytes(b"1")
        (folder / "rezensent").write_bytes(b"program")
        (folder / "link").symlink_to("rezensent")
    return folders


def test_equal_builds_do_not_differ(builds: tuple[Path, Path]) -> None:
    assert differences(*builds) == []
    assert main([str(builds[0]), str(builds[1])]) == 0


def test_content_permissions_links_and_missing_files_are_told(builds: tuple[Path, Path]) -> None:
    first, second = builds
    (first / "more").write_bytes(b"")
    (second / "rezensent").chmod(0o600)
    (second / "link").unlink()
    (second / "link").symlink_to("more")
    assert differences(first, second) == ["link", "more", "rezensent"]
    assert main([str(first), str(second)]) == 1


def test_the_start_cache_of_java_may_differ(
    builds: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    cache = "_internal/languagetool/languagetool-6.8/start-1234.aot"
    (builds[1] / cache).write_bytes(b"2")
    assert main([str(builds[0]), str(builds[1])]) == 0
    assert capsys.readouterr().out == f"differs, as always: {cache}\n"


def test_a_bundle_above_the_limit_is_refused(builds: tuple[Path, Path]) -> None:
    assert "MB" in check_size(builds[0])
    with (builds[0] / "large").open("wb") as file:
        file.truncate(760_000_001)
    with pytest.raises(ValueError, match="the limit is 760 MB"):
        check_size(builds[0], "linux")
    assert check_size(builds[0], "win32").startswith("760.0 MB")
