"""What a plan is worth, in three sentences that never stand for each other: dose, limits, access."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """The verdict on a plan; terminal, report and plan.json all say it in these words.

    Parameters
    ----------
    dose : str
        "dose met", or "dose not met: " and by how much.
    limits : str
        "limits kept", "limit not kept: ..." or "no limits asked for".
    access : str
        What the needles pass, and what nobody looked at.
    dose_met : bool
        Every target has its prescription.
    limits_kept : bool
        No hard limit is broken; True where none was asked for.
    looked_at : tuple of str
        Structures contoured or found in the CT within the needles' reach.
    not_looked_at : tuple of str
        What usually lies there and was neither contoured nor found.
    """

    dose: str
    limits: str
    access: str
    dose_met: bool
    limits_kept: bool
    looked_at: tuple[str, ...] = ()
    not_looked_at: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """Dose and limits in capitals, for the head of a page."""
        if self.dose_met and self.limits_kept:
            return "PRESCRIPTION MET"
        if self.dose_met:
            return "PRESCRIPTION MET, LIMIT NOT KEPT"
        return "PRESCRIPTION NOT MET" + ("" if self.limits_kept else ", LIMIT NOT KEPT")

    @property
    def text(self) -> str:
        """All of it in one line."""
        return f"{self.dose}; {self.limits}; access: {self.access}"
