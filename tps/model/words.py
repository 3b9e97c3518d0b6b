"""Numbers of things, as people write them."""


def counted(count: int, noun: str) -> str:
    """``count`` and its noun: "1 needle", "2 needles"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
