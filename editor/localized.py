"""What sentences of the command line have in common."""


def counted(number: int, one: str, many: str, width: int = 0) -> str:
    """Return „1 Wort“ or „2 Wörter“; the number takes at least ``width`` characters."""
    return f"{number:>{width}} {one if number == 1 else many}"
