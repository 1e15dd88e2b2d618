"""A bare system in a container: its own files, processes and network, without a network card."""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.acceptance.display import Display

WRITER = "hanna"
"""Name of the account that uses Rezensent; it has no rights beyond its home folder."""
_ID = "1000"
_LAST_LINES = 6
_COMMAND_S = 240
USUAL: Mapping[str, str] = {}
"""No variables beyond those of an account."""
_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
SOCKETS = "/tmp/.X11-unix"  # noqa: S108  (where X servers listen, see X(7))
_INSIDE = f"""
set -e
mount --bind "$0" "$0"
cd "$0"
mount -t proc proc proc
mount -t tmpfs -o mode=1777 tmpfs dev/shm
mount -t devpts devpts dev/pts
mkdir -p .{SOCKETS} .outside
mount --bind {SOCKETS} .{SOCKETS}
ip link set lo up
pivot_root . .outside
exec chroot . sh -c 'umount -l /.outside && rmdir /.outside && echo ready && exec sleep infinity'
"""
"""Makes the folder ``$0`` the root of a mount namespace. A chroot would not do: the kernel gives
no user namespace to a process in one, and Chromium's sandbox needs it."""


class MachineError(Exception):
    """A command ended with another status than expected, or not in time."""


@dataclass(slots=True)
class Machine:
    """A bare system that runs in a container, with a display of the host."""

    place: str
    """Suite and package: "bookworm deb"."""
    root: Path
    """Folder of the host that is the root of the system."""
    holder: int
    """Id of the process that holds the namespaces of the container."""
    display: Display
    pictures: Path
    """Folder of the host for screenshots."""
    program: str = "rezensent"
    """Command that starts Rezensent, a name or a path."""
    package: Path = Path()
    """File of the host that was installed."""
    folder: str = ""
    """Folder in which the program is installed."""

    @property
    def home(self) -> Path:
        """The writer's home folder as the host sees it."""
        return self.root / "home" / WRITER

    def path(self, inside: str) -> Path:
        """Return the path on the host of the absolute path ``inside`` the machine."""
        return self.root / inside.lstrip("/")

    def administer(
        self, *command: str, network: bool = False, status: int = 0, seconds: float = 900
    ) -> str:
        """Run a command as root and return its output, errors included. Raises MachineError."""
        passed = {
            name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")
        }
        variables = {"PATH": _PATH, "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
        enter = self._enter(network=network)
        environment = _assignments(variables | (passed if network else {}))
        return _finish([*enter, "env", "-i", *environment, *command], status, seconds)

    def write(
        self,
        *command: str,
        status: int = 0,
        variables: Mapping[str, str] = USUAL,
    ) -> str:
        """Run a command as the writer, in the home folder; return its output, errors included.

        There is no network but the loopback. Raises MachineError.
        """
        return _finish(self._writer(variables, command), status, _COMMAND_S)

    def rezensent(
        self, *arguments: str, status: int = 0, variables: Mapping[str, str] = USUAL
    ) -> str:
        """Run Rezensent as the writer and return its output. Raises MachineError."""
        return self.write(self.program, *arguments, status=status, variables=variables)

    @contextmanager
    def running(
        self, *arguments: str, variables: Mapping[str, str] = USUAL, chroot: str = "/"
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Run Rezensent as the writer in the background, with the display; kill it at the end.

        ``chroot`` is a folder of the machine that becomes the root of the program alone.
        What it prints goes to ``output.txt`` beside the screenshots.
        """
        shown = {"DISPLAY": self.display.name, **variables}
        command = self._writer(shown, (self.program, *arguments), chroot)
        with (self.pictures / "output.txt").open("wb") as output:
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
            try:
                yield process
            finally:
                process.kill()
                process.wait()
                self.wait_for(lambda: not self.processes(), 20)

    def processes(self) -> list[str]:
        """Return the command lines of the programs that run from the folder of the program."""
        found = []
        for entry in Path("/proc").iterdir():
            try:
                target = str((entry / "exe").readlink())
                line = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if self.folder in target:
                found.append(line.replace(b"\0", b" ").decode(errors="replace"))
        return found

    def wait_for(self, condition: Callable[[], object], seconds: float) -> bool:
        """Wait until ``condition`` holds; return whether it does within ``seconds``."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            time.sleep(0.1)
        return True

    def put(self, name: str, text: str) -> str:
        """Write a file into the writer's home folder and return its path inside the machine."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for made in (path, *path.parents):
            if made == self.home:
                break
            os.chown(made, int(_ID), int(_ID))
        return f"/home/{WRITER}/{name}"

    def _enter(self, *, network: bool) -> list[str]:
        namespaces = ["--mount"] if network else ["--mount", "--net"]
        return ["nsenter", f"--target={self.holder}", *namespaces, "--"]

    def _writer(
        self, variables: Mapping[str, str], command: tuple[str, ...], chroot: str = "/"
    ) -> list[str]:
        account = {"HOME": f"/home/{WRITER}", "USER": WRITER, "PATH": _PATH, "LANG": "C.UTF-8"}
        ids = (f"--reuid={_ID}", f"--regid={_ID}", "--clear-groups")
        enter = [
            *self._enter(network=False),
            "chroot",
            chroot,
            "setpriv",
            *ids,
            "--no-new-privs",
            "--",
        ]
        environment = _assignments({**account, **variables})
        inside = ("sh", "-c", f'cd /home/{WRITER} && exec "$@"', "sh", *command)
        return [*enter, "env", "-i", *environment, *inside]


@contextmanager
def machine(place: str, bare: Path, work: Path, display: Display) -> Iterator[Machine]:
    """Run a copy of the system ``bare`` in the folder ``work``; it is removed at the end.

    ``place`` names the machine and the folder of its pictures. Raises MachineError.
    """
    root = work / place.replace(" ", "-")
    subprocess.run(["cp", "-a", "--reflink=auto", str(bare), str(root)], check=True)
    pictures = work.parent / place.replace(" ", "-")
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    command = [
        "unshare",
        "--mount",
        "--propagation=private",
        "--net",
        "sh",
        "-c",
        _INSIDE,
        str(root),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        try:
            if holder.stdout is None or holder.stdout.readline() != "ready\n":
                raise MachineError(f"{place} does not start")
            made = Machine(place, root, holder.pid, display, pictures)
            made.administer("useradd", "--create-home", "--shell", "/bin/bash", WRITER)
            yield made
        finally:
            holder.kill()
    shutil.rmtree(root)


def _assignments(variables: Mapping[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in variables.items()]


def _finish(command: list[str], status: int, seconds: float) -> str:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise MachineError(f"{_short(command)}: not ended after {seconds:.0f} s") from error
    output = done.stdout.decode(errors="replace")
    if done.returncode != status:
        last = " / ".join(output.strip().splitlines()[-_LAST_LINES:])
        raise MachineError(f"{_short(command)}: status {done.returncode}, not {status}: {last}")
    return output


def _short(command: list[str]) -> str:
    """Return the part of ``command`` that runs inside the machine, as a shell reads it."""
    inside = command[command.index("-i") + 1 :]
    return shlex.join(word for word in inside if "=" not in word)[-200:]
