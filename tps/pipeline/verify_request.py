"""What a verification is asked for, as it stands in the folder it writes: so that it can be opened again."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tps.errors import BadInput


@dataclass(frozen=True)
class VerifyRequest:
    """A plan, the CT after its implant, and how the two are read.

    Parameters
    ----------
    plan, ct : str
        Paths: a plan folder or an RT Plan, and the CT after the implant.
    structures : tuple of str
        Paths of contours drawn on that CT; empty: those of the plan are carried over.
    targets : tuple of str
        Regions of ``structures`` that are the plan's targets; empty: those of its names.
    implanted : str
        ISO date and time; "": that of the plan.
    source, source_folder : str
        Seed model of a plan that names none, and the folder of the user's own; "" for none.
    prescription_gy : float, optional
        Of a plan that states none, Gy.
    plan_ct : str
        Path of the scan that was planned on; "": where the plan says.
    plan_structures : tuple of str
        Paths of the contours that were planned on; empty: where the plan says.
    by : {"images", "seeds", "none"}
        What the two scans are registered by.
    series : str, optional
        Which series of ``ct``.
    resample : bool
        Straighten a tilted or uneven stack.
    """

    plan: str
    ct: str
    structures: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    implanted: str = ""
    source: str = ""
    source_folder: str = ""
    prescription_gy: float | None = None
    plan_ct: str = ""
    plan_structures: tuple[str, ...] = ()
    by: str = "images"
    series: str | None = None
    resample: bool = False

    def record(self) -> dict[str, Any]:
        """As plain values for plan.json, its paths from the root."""
        one = {name: _whole(getattr(self, name)) for name in ("plan", "ct", "source_folder", "plan_ct")}
        several = {name: list(map(_whole, getattr(self, name))) for name in ("structures", "plan_structures")}
        return asdict(self) | {"targets": list(self.targets)} | one | several

    @staticmethod
    def recorded(record: object, where: str) -> "VerifyRequest":
        """Of the plain values of ``record``; raises ``BadInput`` where they are none.

        Parameters
        ----------
        record : dict
        where : str
            For the message.
        """
        try:
            return _FORM.validate_python(record)
        except ValidationError as error:
            raise BadInput(
                "does not say what was verified",
                where=where,
                expected="a folder that `tps verify` of this version wrote",
                remedy="verify again, with --seeds found.csv where seeds were corrected",
            ) from error

    def moved(
        self, plan: Path | None = None, ct: Path | None = None, structures: tuple[Path, ...] = ()
    ) -> "VerifyRequest":
        """With what was moved since where it is now.

        Parameters
        ----------
        plan, ct : Path, optional
        structures : tuple of Path
        """
        found = self
        if plan is not None:
            found = replace(found, plan=str(plan))
        if ct is not None:
            found = replace(found, ct=str(ct))
        if structures:
            found = replace(found, structures=tuple(map(str, structures)))
        return found


_FORM: TypeAdapter[VerifyRequest] = TypeAdapter(VerifyRequest)


def _whole(path: str) -> str:
    return str(Path(path).resolve()) if path else ""
