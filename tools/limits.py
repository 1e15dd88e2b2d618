"""Limits of the bundle and its packages, for the build and for the acceptance."""

UNPACKED = 760_000_000
"""Largest size of the files of a bundle, in bytes."""
PACKED = 270_000_000
"""Largest size of a package, in bytes."""
NEWEST_GLIBC = (2, 35)
"""Newest GNU C library that a file may ask for: that of Ubuntu 22.04. Debian 12 has 2.36."""
OPTIONAL_PLUGINS = frozenset({"libqgtk3.so"})
"""Plugins that Qt loads only on desktops that have the libraries for them."""
