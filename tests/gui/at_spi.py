"""The accessible tree of a program on Linux, read as a screen reader does: over AT-SPI on D-Bus.

The interfaces are those of https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_FOCUSABLE, _SHOWING = 11, 25
"""Numbers of states, the bits of two words of 32 bits."""
_LABELLED_BY = 2
"""Number of a relation."""


class GoneError(Exception):
    """The object is not there any more."""


class AtSpi:
    """Connection to the accessibility bus of the session whose bus has ``address``."""

    def __init__(self, address: str) -> None:
        self._session = open_dbus_connection(address)
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (accessible,) = _answer(self._session, new_method_call(bus, "GetAddress"))
        self._bus = open_dbus_connection(accessible.partition(",guid")[0])

    def enable(self) -> None:
        """Tell programs that a screen reader is running."""
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", _PROPERTIES)
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            value = ("org.a11y.Status", name, ("b", True))
            _answer(self._session, new_method_call(status, "Set", "ssv", value))

    def close(self) -> None:
        """Close the connections."""
        self._bus.close()
        self._session.close()

    @property
    def applications(self) -> list[Accessible]:
        """The programs on the bus."""
        return Accessible(self, *_REGISTRY).children

    def call(self, node: Accessible, interface: str, member: str, *values: Any) -> Any:
        """Return the answer of ``node``. Raises GoneError if it has none."""
        address = DBusAddress(node.path, node.bus, interface)
        signature = "s" * len(values) or None
        return _answer(self._bus, new_method_call(address, member, signature, values))[0]


@dataclass(frozen=True)
class Accessible:
    """An object of the tree."""

    at_spi: AtSpi
    bus: str
    path: str

    @property
    def name(self) -> str:
        """Its name."""
        return str(self._property(_ACCESSIBLE, "Name"))

    @property
    def identifier(self) -> str:
        """The names of the widgets from the window to this one, with dots between them."""
        return str(self._property(_ACCESSIBLE, "AccessibleId"))

    @property
    def role(self) -> str:
        """The name of its role."""
        return str(self.at_spi.call(self, _ACCESSIBLE, "GetRoleName"))

    @property
    def value(self) -> float:
        """Its value, for a role that has one. Raises GoneError."""
        return float(self._property("org.a11y.atspi.Value", "CurrentValue"))

    @property
    def labels(self) -> list[str]:
        """The names of its labels."""
        relations = self.at_spi.call(self, _ACCESSIBLE, "GetRelationSet")
        found = (label for kind, labels in relations if kind == _LABELLED_BY for label in labels)
        return [Accessible(self.at_spi, *label).name for label in found]

    @property
    def takes_focus(self) -> bool:
        """Whether it is seen and can get the keyboard focus."""
        low, high = self.at_spi.call(self, _ACCESSIBLE, "GetState")
        states = low | high << 32
        return bool(states >> _FOCUSABLE & states >> _SHOWING & 1)

    @property
    def children(self) -> list[Accessible]:
        """The objects directly below it."""
        found = self.at_spi.call(self, _ACCESSIBLE, "GetChildren")
        return [Accessible(self.at_spi, *child) for child in found if not child[1].endswith("null")]

    def tree(self) -> Iterator[Accessible]:
        """Yield the object and all below it that are there."""
        yield self
        try:
            children = self.children
        except GoneError:
            return
        for child in children:
            yield from child.tree()

    def _property(self, interface: str, name: str) -> Any:
        return self.at_spi.call(self, _PROPERTIES, "Get", interface, name)[1]


def _answer(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    answer = bus.send_and_get_reply(message, timeout=30)
    if answer.header.message_type is MessageType.error:
        raise GoneError(*answer.body)
    return tuple(answer.body)
