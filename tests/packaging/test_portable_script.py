"""The script of the portable archive installs for one account, updates, and removes itself."""

import os
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

FILES = Path(__file__).parents[2] / "packaging" / "portable"
SHELLS = [
    shell for shell in ("dash", "busybox sh", "bash --posix") if shutil.which(shell.split()[0])
]
DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Rezensent
Exec=rezensent %f
TryExec=rezensent
Icon=rezensent
Actions=new;

[Desktop Action new]
Name=Neue Rezension
Exec=rezensent --new
"""
PROGRAM = """\
#!/bin/sh
case $1 in
--version) echo "rezensent @VERSION@" ;;
doctor) printf '✓ Fenster: da\\n✗ Schrift: fehlt\\n' ;;
*) printf '%s\\n' "@VERSION@" "$@" ;;
esac
"""


@dataclass
class Account:
    """An account with a home folder, in which an archive is unpacked."""

    home: Path
    shell: str
    variables: dict[str, str]

    def unpack(self, version: str, folder: str = "Downloads/rezensent") -> Path:
        """Make a tiny tree of the layout of the archive."""
        tree = self.home / folder
        icons = tree / "share" / "icons" / "hicolor" / "16x16" / "apps"
        for path in (tree / "_internal", tree / "share" / "applications", icons):
            path.mkdir(parents=True)
        write_program(tree / "rezensent", version)
        shutil.copy(FILES / "installieren.sh", tree)
        (tree / "_internal" / "jar").write_text(version)
        os.utime(tree / "_internal" / "jar", (10**9, 10**9))
        (tree / "share" / "applications" / "rezensent.desktop").write_text(DESKTOP)
        (icons / "rezensent.png").write_text(version)
        return tree

    def run(
        self, tree: Path, *arguments: str, status: int = 0, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the script of ``tree`` and return what became of it."""
        done = subprocess.run(
            [*self.shell.split(), tree / "installieren.sh", *arguments],
            capture_output=True,
            text=True,
            env=self.variables | variables,
            check=False,
        )
        assert done.returncode == status, done
        return done

    def files(self) -> dict[str, str | None]:
        """Return every file and folder of the home folder, with the contents of files."""
        return {
            path.relative_to(self.home).as_posix(): path.read_text() if path.is_file() else None
            for path in sorted(self.home.rglob("*"))
        }


def write_program(path: Path, version: str) -> None:
    path.write_text(PROGRAM.replace("@VERSION@", version))
    path.chmod(0o755)


@pytest.fixture(params=SHELLS[:1])
def account(request: pytest.FixtureRequest, tmp_path: Path) -> Account:
    home = tmp_path / "Größe 100 % $HOME `x` \\ „Ä“"
    home.mkdir()
    path = f"{home}/.local/bin:{os.environ['PATH']}"
    variables = {"HOME": str(home), "PATH": path, "LANG": "de_DE.UTF-8"}
    return Account(home, request.param, variables)


def test_installation_is_complete_without_the_unpacked_folder(account: Account) -> None:
    tree = account.unpack("1", "Down\nloads/rezensent")
    done = account.run(tree)
    said = done.stdout
    assert not done.stderr
    shutil.rmtree(tree)
    local = account.home / ".local"
    command = local / "bin" / "rezensent"
    text = subprocess.run([command, "ä b"], capture_output=True, text=True, check=True).stdout
    assert text == "1\nä b\n"
    jar = local / "lib" / "rezensent" / "_internal" / "jar"
    assert jar.stat().st_mtime == 10**9, "a copy is as old as what it was made of"
    assert (local / "share" / "icons" / "hicolor" / "16x16" / "apps" / "rezensent.png").is_file()
    assert "✗ Schrift: fehlt" in said, "started from the menu it could not say so"
    assert "✓" not in said
    assert "Suchpfad" not in said


@pytest.mark.parametrize("account", SHELLS, indirect=True)
def test_menu_entry_starts_the_program_from_any_home(account: Account) -> None:
    account.run(account.unpack("1"))
    file = account.home / ".local" / "share" / "applications" / "rezensent.desktop"
    entry = file.read_text().splitlines()
    program = account.home / ".local" / "lib" / "rezensent" / "rezensent"
    assert [argument_of(line) for line in entry if line.startswith("Exec=")] == [
        (str(program), " %f"),
        (str(program), " --new"),
    ]
    [tried] = [line for line in entry if line.startswith("TryExec=")]
    assert unescaped(tried.removeprefix("TryExec=")) == str(program)
    validator = shutil.which("desktop-file-validate")
    if validator:
        subprocess.run([validator, file], check=True)


def argument_of(line: str) -> tuple[str, str]:
    """Read an Exec key as the Desktop Entry Specification says: first a string, then arguments."""
    value = unescaped(line.removeprefix("Exec="))
    assert value[0] == '"'
    argument, index = "", 1
    while value[index] != '"':
        index += value[index] == "\\"
        argument += value[index]
        index += 1
    return argument.replace("%%", "%"), value[index + 1 :]


def unescaped(value: str) -> str:
    """Return a string of a desktop entry without its escapes."""
    return value.replace("\\\\", "\0").replace("\\s", " ").replace("\0", "\\")


def test_removal_leaves_what_was_there_before(account: Account) -> None:
    review = account.home / "Film.md"
    review.write_text("# Film")
    settings = account.home / ".config" / "rezensent" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text("{}")
    (account.home / ".local" / "bin").mkdir(parents=True)
    other = account.home / ".local" / "share" / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text(DESKTOP)
    before = account.files()
    tree = account.unpack("1", "tree")
    account.run(tree)
    shutil.rmtree(tree)
    installed = account.home / ".local" / "lib" / "rezensent"
    said = account.run(installed, "--entfernen").stdout
    assert "noch da" in said
    after = {name: text for name, text in account.files().items() if "mimeinfo.cache" not in name}
    assert after == before
    assert "nicht installiert" in account.run(account.unpack("1", "tree"), "--remove").stdout


@pytest.mark.parametrize("account", SHELLS, indirect=True)
def test_removal_leaves_no_folder_of_its_own(account: Account) -> None:
    account.run(account.unpack("1"))
    account.unpack("2", "new")
    account.run(account.home / "new")
    shutil.rmtree(account.home / "new")
    shutil.rmtree(account.home / "Downloads")
    account.run(account.home / ".local" / "lib" / "rezensent", "--remove")
    assert account.files() == {}


def test_update_replaces_the_files_of_the_old_version(account: Account) -> None:
    old = account.unpack("1")
    (old / "_internal" / "gone").touch()
    (old / "share" / "applications" / "gone.desktop").write_text(DESKTOP)
    account.run(old)
    account.run(account.unpack("2", "new"))
    local = account.home / ".local"
    command = local / "bin" / "rezensent"
    assert subprocess.run([command], capture_output=True, check=True).stdout == b"2\n"
    icon = local / "share" / "icons" / "hicolor" / "16x16" / "apps" / "rezensent.png"
    assert icon.read_text() == "2"
    assert not list(local.rglob("gone*"))
    assert not list((local / "lib").glob("rezensent.*"))


def test_failed_update_leaves_the_old_version(account: Account) -> None:
    account.run(account.unpack("1"))
    before = account.files()
    tree = account.unpack("2", "new")
    write_program(tree / "rezensent", "2")
    (tree / "rezensent").write_text("#!/bin/sh\necho 'GLIBC_2.35 not found' >&2\nexit 1\n")
    said = account.run(tree, status=1).stderr
    assert said == "Rezensent läuft auf diesem Rechner nicht: GLIBC_2.35 not found\n"
    shutil.rmtree(tree)
    assert account.files() == before


def test_read_only_medium_can_be_installed_and_removed(account: Account) -> None:
    tree = account.unpack("1")
    for path in (tree, *tree.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    account.run(tree)
    installed = account.home / ".local" / "lib" / "rezensent"
    assert all(path.stat().st_mode & stat.S_IWUSR for path in installed.rglob("*"))
    for path in (tree, *tree.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
    account.run(account.unpack("2", "new"))
    account.run(installed, "--remove")
    assert not installed.exists()


def test_what_belongs_to_others_is_left_alone(account: Account) -> None:
    command = account.home / ".local" / "bin" / "rezensent"
    command.parent.mkdir(parents=True)
    command.write_text("of pip")
    tree = account.unpack("1")
    assert "bleibt, wie es ist" in account.run(tree).stdout
    account.run(tree, "--remove")
    assert command.read_text() == "of pip"
    folder = account.home / ".local" / "lib" / "rezensent"
    folder.mkdir(parents=True)
    for arguments in ((), ("--remove",)):
        assert "gehört nicht zu Rezensent" in account.run(tree, *arguments, status=1).stderr


def test_open_program_is_neither_replaced_nor_removed(account: Account) -> None:
    tree = account.unpack("1")
    sleep = shutil.which("sleep")
    assert sleep is not None
    shutil.copy(sleep, tree / "_internal" / "java")
    link = account.home.with_name("link")
    link.symlink_to(account.home)
    account.variables["HOME"] = f"{link}/"
    account.run(tree)
    java = account.home / ".local" / "lib" / "rezensent" / "_internal" / "java"
    process = subprocess.Popen([java, "1000"])
    try:
        for arguments in ((), ("--entfernen",)):
            assert "noch offen" in account.run(tree, *arguments, status=1).stderr
    finally:
        process.kill()
        process.wait()
    account.run(tree, "--entfernen")


def test_folders_of_the_environment_are_used(account: Account) -> None:
    data = account.home / "my data"
    said = account.run(account.unpack("1"), XDG_DATA_HOME=str(data), PATH=os.environ["PATH"])
    assert (data / "applications" / "rezensent.desktop").is_file()
    assert "Suchpfad" in said.stdout, "~/.local/bin is not on the PATH"
    # A removal in another environment takes away what was made.
    account.run(account.home / ".local" / "lib" / "rezensent", "--remove")
    assert not data.exists()


def test_language_is_english_in_an_english_environment(account: Account) -> None:
    tree = account.unpack("1")
    english = account.run(tree, "--help", LC_ALL="en_GB.UTF-8").stdout
    assert english.startswith("Usage")
    assert account.run(tree, "--hilfe", LANG="C").stdout.startswith("Aufruf")
    assert account.run(tree, "--wrong", status=2).stderr.startswith("Aufruf")
    said = account.run(tree, LANG="en_US.UTF-8").stdout
    assert "Rezensent is installed" in said
    installed = account.home / ".local" / "lib" / "rezensent"
    assert "installed already" in account.run(installed, LANG="en_US.UTF-8").stdout


def test_account_without_a_home_is_told(account: Account) -> None:
    tree = account.unpack("1")
    for home in ("", "/nonexistent", "/two\nlines"):
        said = account.run(tree, HOME=home, status=1).stderr
        assert len(said.splitlines()) == 1


def test_folder_that_cannot_be_used_is_told_before_anything_is_made(account: Account) -> None:
    tree = account.unpack("1")
    applications = account.home / ".local" / "share" / "applications"
    applications.parent.mkdir(parents=True)
    applications.write_text("a file where a folder belongs")
    before = account.files()
    said = account.run(tree, status=1)
    assert said.stderr == f"In „{applications}“ lässt sich nichts anlegen.\n"
    assert account.files() == before


def test_failed_installation_leaves_nothing(account: Account, tmp_path: Path) -> None:
    tree = account.unpack("1")
    before = account.files()
    full = path_with_command(tmp_path, "df", "echo; echo '//server/my disk 100 100 0 100% /'")
    assert "sind nur 0 MB frei" in account.run(tree, status=1, PATH=full).stderr
    assert account.files() == before


def test_interrupted_removal_can_be_repeated(account: Account, tmp_path: Path) -> None:
    account.run(account.unpack("1"))
    shutil.rmtree(account.home / "Downloads")
    installed = account.home / ".local" / "lib" / "rezensent"
    remove = shutil.which("rm")
    killed = f'case "$*" in *_internal*) kill -9 $PPID ;; esac; exec {remove} "$@"'
    path = path_with_command(tmp_path, "rm", killed)
    account.run(installed, "--remove", status=-9, PATH=path)
    account.run(installed, "--remove")
    assert account.files() == {}


def test_script_is_not_for_sudo(account: Account, tmp_path: Path) -> None:
    root = path_with_command(tmp_path, "id", "echo 0")
    said = account.run(account.unpack("1"), status=1, SUDO_USER="hanna", PATH=root).stderr
    assert "ohne „sudo“" in said


def path_with_command(folder: Path, name: str, script: str) -> str:
    """Return a PATH on which the command ``name`` runs ``script``."""
    commands = folder / "commands"
    commands.mkdir()
    (commands / name).write_text(f"#!/bin/sh\n{script}\n")
    (commands / name).chmod(0o755)
    return f"{commands}:{os.environ['PATH']}"


def test_script_is_clean() -> None:
    shellcheck = shutil.which("shellcheck")
    if shellcheck is None:
        pytest.skip("shellcheck is not installed")
    subprocess.run([shellcheck, FILES / "installieren.sh"], check=True)
