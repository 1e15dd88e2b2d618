"""Encrypted connections: certificates of the system and of certifi."""

import ssl


def client_context() -> ssl.SSLContext:
    """Return a context that verifies servers, for connections as a client.

    Reading the certificates takes some milliseconds. Those of certifi are for a bundle, whose
    OpenSSL looks for certificates where the system that built it has them, and for systems without
    any.
    """
    # No start of the window waits for it.
    import certifi  # noqa: PLC0415

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
