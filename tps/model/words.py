"""Numbers of things, as people write them."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """``count`` and its noun: "1 needle", "2 needles"; ``plural`` where an s does not make it."""
    return f"{count} {noun}" if count == 1 else f"{count} {plural or noun + 's'}"
