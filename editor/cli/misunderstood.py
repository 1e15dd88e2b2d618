"""What argparse has to say about a wrong call, in German: it brings no translation of its own."""

import re

_MESSAGES = tuple(
    (re.compile(english, re.DOTALL), german)
    for english, german in (
        (r"the following arguments are required: (.+)", "es fehlt {0}"),
        (r"one of the arguments (.+) is required", "eines davon fehlt: {0}"),
        (r"unrecognized arguments: (.+)", "damit ist nichts anzufangen: {0}"),
        (r"ambiguous option: (.+) could match (.+)", "{0} ist nicht eindeutig: {1}"),
        (
            r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
            "{0}: „{1}“ gibt es nicht, nur {2}",
        ),
        (r"argument (.+?): invalid .+ value: (.+)", "{0}: „{1}“ passt nicht"),
        (r"argument (.+?): expected .*arguments?", "{0}: dahinter fehlt etwas"),
        (
            r"argument (.+?): ignored explicit argument (.+)",
            "{0}: dazu gehört kein Wert wie „{1}“",
        ),
        (r"argument (.+?): not allowed with argument (.+)", "{0} geht nicht zusammen mit {1}"),
        # What our own types of values have to say is German already.
        (r"argument (.+?): (.+)", "{0}: {1}"),
    )
)


def german(message: str) -> str:
    """Return ``message``, as argparse hands it to ``error``, in German; an unknown one as it is."""
    for pattern, text in _MESSAGES:
        match = pattern.fullmatch(message)
        if match:
            return text.format(*map(_plain, match.groups()))
    return message


def _plain(part: str) -> str:
    """Take away the quotes that values have in Python."""
    return re.sub(r"(?<![^\s,])(['\"])(.*?)\1(?![^\s,])", r"\2", part)
