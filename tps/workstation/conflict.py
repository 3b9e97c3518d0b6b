"""What cannot be done now, though it might be at another time."""

from tps.errors import TpsError


class Conflict(TpsError):
    """The page asks for something that does not fit what lies on the desk: it should look again."""


class ReadOnly(TpsError):
    """Another tab is editing."""
