"""What was asked of the planner, kept with the plan: whoever judges the plan again asks for the same."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from tps.errors import BadInput
from tps.export.plan_json import PlanFile
from tps.model import Prescription, Protocol
from tps.model.forbidden import ForbiddenDirections, ForbiddenRegion
from tps.model.steering import Line, Steering
from tps.pipeline.request import PlanRequest, SphereTarget
from tps.pipeline.request_document import NOT_RECORDED, RequestDocument

# The sources of the user's own, as a whole path.
_FOLDER = "source_folder"


def request_record(request: PlanRequest) -> dict:
    """The request as plain values, for ``request`` of plan.json."""
    record = _plain(request)
    for name in NOT_RECORDED:
        record.pop(name)
    if record[_FOLDER]:
        record[_FOLDER] = str(Path(record[_FOLDER]).resolve())
    return record


def recorded_request(file: PlanFile, folder: Path) -> PlanRequest:
    """The request that a plan folder was made for.

    Parameters
    ----------
    file : PlanFile
        As read from its ``plan.json``.
    folder : Path
        The seeds that were there already are read from it.

    Raises
    ------
    BadInput
        If the file says nothing of its request, or what it says is none.
    """
    where = str(folder / "plan.json")
    if file.request is None:
        raise BadInput(
            "it does not say what was asked for: an older version wrote it, or identities were taken out",
            where=where,
            expected="a plan with its request",
            remedy="plan again with this version, without --anonymise",
        )
    try:
        request = request_of(file.request)
    except ValueError as error:
        raise BadInput(
            f"its request cannot be read ({error})", where=where, remedy="plan again with this version"
        ) from error
    if file.existing is None:
        return request
    return replace(
        request,
        existing_seeds=str(folder / "existing_seeds.csv"),
        existing_source=file.existing.source,
        # Of several sessions the table says each.
        existing_implanted="" if file.existing.sessions else file.existing.implanted or "",
    )


def request_of(record: dict) -> PlanRequest:
    """The request of plain values; raises ``ValueError`` or ``BadInput`` if they are none."""
    try:
        found = RequestDocument.model_validate(record).model_dump()
    except ValidationError as error:
        first = error.errors()[0]
        raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    values = _frozen_values(found)
    values["prescription"] = Prescription(**found["prescription"])
    values["protocol"] = Protocol(**_frozen_values(found["protocol"]))
    values["spheres"] = tuple(SphereTarget(**_frozen_values(s)) for s in found["spheres"])
    values["steering"] = _steering(found["steering"])
    return PlanRequest(**values)


def _steering(record: dict) -> Steering:
    nouns = {"lines": Line, "forbidden": ForbiddenRegion, "not_from": ForbiddenDirections}
    made = {name: tuple(noun(**each) for each in record[name]) for name, noun in nouns.items()}
    return Steering(**(_frozen_values(record) | made))


def _frozen_values(record: dict) -> dict:
    return {name: _frozen(value) for name, value in record.items()}


def _frozen(value):
    """JSON's lists as tuples."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _plain(value):
    """Frozen nouns as JSON has them."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value.tolist() if isinstance(value, np.ndarray | np.generic) else value
