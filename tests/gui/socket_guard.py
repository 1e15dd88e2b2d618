"""Refuses and writes down every use of a network in a Python program, and what it starts.

It is run before anything else, by a ``sitecustomize`` module on the path, so that Python programs
that the first one starts are guarded as well. ``SOCKET_GUARD`` names the file that is written to, a
line of JSON for each event. Loopback and the sockets of one machine are let through.
"""

import contextlib
import ipaddress
import json
import os
import sys
from typing import Any

_HOSTS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_ADDRESSES = frozenset(
    {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind", "socket.getnameinfo"}
)
_PROGRAMS = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"})


def is_loopback(host: object) -> bool:
    """Tell whether ``host``, as Python's sockets take it, is this machine and none else."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name is None or name == "localhost":
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    return False


def _goes_out(event: str, args: tuple[Any, ...]) -> bool:
    if event in _HOSTS:
        return not is_loopback(args[0])
    if event not in _ADDRESSES:
        return False
    address = args[0] if event == "socket.getnameinfo" else args[1]
    # A path, or nothing where a connected socket sends: its connection was looked at.
    return isinstance(address, tuple) and not is_loopback(address[0])


def install(file: int) -> None:
    """Guard this process from now on; events go to the open ``file``."""

    def note(kind: str, event: str, what: object) -> None:
        line = json.dumps([kind, event, what], default=repr)
        os.write(file, f"{line}\n".encode("utf-8", "replace"))

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in _PROGRAMS:
            note("program", event, args[1] if event == "subprocess.Popen" else repr(args))
        elif _goes_out(event, args):
            note("refused", event, repr(args[-1] if event in _ADDRESSES else args[:2]))
            raise PermissionError(f"{event} beyond loopback")

    note("guarded", "process", sys.orig_argv[:3])
    sys.addaudithook(hook)


if "SOCKET_GUARD" in os.environ:
    install(os.open(os.environ["SOCKET_GUARD"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
