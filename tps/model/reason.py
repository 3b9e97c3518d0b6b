"""Why a plan is not met, and what is worth saying of one that is: a kind and a sentence."""

from dataclasses import dataclass
from typing import Literal, get_args

ReasonKind = Literal[
    "dose",
    "unreached",
    "skin",
    "limit",
    "path",
    "reach",
    "needles",
    "activity and spacing",
    "strength",
    "spacing",
    "rule not kept",
]

# These sentences begin with the region they speak of and need no heading.
_PLAIN = ("dose", "unreached")


@dataclass(frozen=True)
class Reason:
    """One reason.

    Parameters
    ----------
    kind : str
        ``dose``: what is too cold; ``unreached``: what no needle reaches; ``skin``: what lies too near the
        skin for seeds; ``limit``: a dose limit; ``path``: a needle that the final check refuses; ``reach``,
        ``needles``, ``activity and spacing``: what binds; ``strength``: what would do; ``spacing``: of
        needles; ``rule not kept``: what a person placed against the protocol.
    text : str

    Raises
    ------
    ValueError
        If the kind is none of these.
    """

    kind: ReasonKind
    text: str

    def __post_init__(self):
        if self.kind not in get_args(ReasonKind):
            raise ValueError(f"kind is {self.kind!r}, expected one of {', '.join(get_args(ReasonKind))}")

    def __str__(self):
        return self.text if self.kind in _PLAIN else f"{self.kind}: {self.text}"

    @staticmethod
    def parse(text: str) -> "Reason":
        """From the sentence that ``str`` gives; one without a heading speaks of dose."""
        heading, colon, rest = text.partition(": ")
        found: list[ReasonKind] = [kind for kind in get_args(ReasonKind) if colon and kind == heading]
        return Reason(found[0], rest) if found else Reason("dose", text)
