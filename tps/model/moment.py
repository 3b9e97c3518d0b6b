"""Dates and times of strengths: a certificate, an implant.

A time zone is kept where one is given.  A date without a time is taken as the start of that day, and every
output says so: a day is 1.2 % of the strength of I-125.
"""

from datetime import date, datetime

from tps.errors import BadInput

EXPECTED = "an ISO date and time, such as 2026-03-01T09:30"

# No seed was implanted earlier; DICOM writes 1900-01-01 where a date was taken out with the identity.
FIRST_YEAR, LAST_YEAR = 1950, 2200


def read_moment(text: str, where: str) -> datetime:
    """The moment an ISO text names; a date alone is the start of that day (see ``remark_on_moment``).

    Raises
    ------
    BadInput
        If it is no date, or of no year in which seeds were implanted.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{text!r} is not a date", where=where, expected=EXPECTED) from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise BadInput(f"the year {moment.year} is not one of seeds", where=where, expected=EXPECTED)
    return moment


def remark_on_moment(text: str, what: str) -> str:
    """What must be said of a text that ``read_moment`` reads: that it has no time of day; "" otherwise."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return ""
    return f"{what} has no time of day: the start of the day (00:00) is taken. Give the time too, as T12:00."


def hours_between(first: datetime, second: datetime, where: str) -> float:
    """Hours from the first moment to the second; negative where the second is earlier.

    Raises
    ------
    BadInput
        If only one of them carries a time zone.
    """
    if (first.utcoffset() is None) != (second.utcoffset() is None):
        raise BadInput(
            "only one of the two times carries a time zone",
            where=where,
            expected="both with a time zone, or both without",
        )
    return (second - first).total_seconds() / 3600.0


def moment_text(moment: datetime) -> str:
    """``2026-03-01 09:30``, with the time zone where it has one."""
    return moment.isoformat(sep=" ", timespec="minutes")
