"""What can go wrong, by what the user must do next.

One wording everywhere: *what* is wrong and where it was found, what was *expected*, and the *remedy*.
"""


class TpsError(Exception):
    """Root of all errors raised on purpose; ``exit_code`` is what the command line returns."""

    exit_code = 4


class BadInput(TpsError):
    """Input that cannot be used as it is: the user must give other input.

    Parameters
    ----------
    what : str
        What is wrong, with the value found.
    where : str, optional
        File, UID, ROI or option in which it was found.  Never a patient's name.
    expected : str, optional
        What would have been accepted.
    remedy : str, optional
        What the user can do.
    """

    def __init__(self, what: str, *, where: str = "", expected: str = "", remedy: str = ""):
        self.what, self.where, self.expected, self.remedy = what, where, expected, remedy
        parts = [f"{where}: {what}" if where else what]
        if expected:
            parts.append(f"Expected: {expected}")
        if remedy:
            parts.append(f"Remedy: {remedy}")
        super().__init__("\n".join(parts))


class UnknownName(BadInput):
    """A name (ROI, source model, phantom, series) that does not exist; the message lists the valid ones."""

    def __init__(self, kind: str, name: str, valid, *, where: str = ""):
        self.valid = tuple(valid)
        super().__init__(
            f"no {kind} named {name!r}",
            where=where,
            expected=f"one of: {', '.join(self.valid) or '(none there)'}",
            remedy=f"check the spelling of the {kind}",
        )


class OutputRefused(TpsError):
    """The result cannot be written where it was asked for; nothing was written."""


class PlanRefused(TpsError):
    """A plan was made but failed a safety check (the second check); it is not handed out."""


class WrongUsage(TpsError):
    """Options that contradict each other or are malformed."""

    exit_code = 2
