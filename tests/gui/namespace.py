"""Runs a command in a network of its own, and writes down every packet that would leave.

Started by ``unshare -rnm``, or as root in such namespaces. Every address of the world leads to the
loopback device, where nobody answers: what a program sends is not lost unseen, as it would be
without a route, but goes by here, name servers' questions included. A second device, which leads
nowhere, lets programs believe that the machine is online.

Arguments: the file that the packets go to, as a list of destinations in JSON, and the command.
"""

import ipaddress
import json
import socket
import subprocess
import sys
import threading
from pathlib import Path

_ETH_P_ALL = 3
_SOL_PACKET, _PACKET_STATISTICS = 263, 6
_BUFFER = 64 * 2**20
_HEADER = 14
"""Bytes of Ethernet before a packet."""
_NAME_SERVER = "198.51.100.53"
"""Nobody's, https://www.rfc-editor.org/rfc/rfc5737."""
_SET_UP = f"""
ip link set lo up
ip link add out0 type veth peer name out1
sysctl -qw net.ipv6.conf.out0.disable_ipv6=1 net.ipv6.conf.out1.disable_ipv6=1
ip addr add 192.0.2.1/32 dev out0
ip link set out0 up
ip link set out1 up
ip route add local default dev lo
ip -6 route add local default dev lo
mount -t tmpfs tmpfs /mnt
echo nameserver {_NAME_SERVER} > /mnt/resolv.conf
mount --bind /mnt/resolv.conf /etc/resolv.conf
"""


def destination(packet: bytes) -> str | None:
    """Return „address protocol:port“ of a packet that leaves this machine, None for others."""
    kind, body = packet[_HEADER - 2 : _HEADER], packet[_HEADER:]
    if kind == b"\x08\x00":
        start, protocol, target = (body[0] & 15) * 4, body[9], ipaddress.ip_address(body[16:20])
    elif kind == b"\x86\xdd":
        start, protocol, target = 40, body[6], ipaddress.ip_address(body[24:40])
    else:
        return None
    if target.is_loopback:
        return None
    port = int.from_bytes(body[start + 2 : start + 4]) if protocol in (6, 17) else 0
    return f"{target} {protocol}:{port}"


class Recorder:
    """Listens to all devices of the namespace on a thread."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_ALL))
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        self._socket.settimeout(0.2)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def stop(self) -> int:
        """Listen no more; return how many packets came too fast to be looked at."""
        self._ended.set()
        self._thread.join()
        counts = self._socket.getsockopt(_SOL_PACKET, _PACKET_STATISTICS, 8)
        self._socket.close()
        return int.from_bytes(counts[4:8], sys.byteorder)

    def _listen(self) -> None:
        while True:
            try:
                packet = self._socket.recv(128)
            except TimeoutError:
                if self._ended.is_set():
                    return
                continue
            if (target := destination(packet)) is not None:
                self.seen.append(target)


def main(record: Path, command: list[str]) -> int:
    """Set the namespace up, run ``command`` in it, and return its exit status."""
    subprocess.run(["/bin/sh", "-ec", _SET_UP], check=True)
    recorder = Recorder()
    status = subprocess.run(command, check=False).returncode
    missed = recorder.stop()
    record.write_text(json.dumps({"packets": recorder.seen, "missed": missed}), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
