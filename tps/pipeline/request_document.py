"""The request as one document: what plan.json records of it, and what may be written in its place.

The fields are those of ``PlanRequest`` and of the nouns it holds, so that each stands once; this file says
how JSON writes what it has not: arrays, tuples, ranges.
"""

from dataclasses import MISSING, Field, fields
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, create_model
from pydantic import Field as Limits

from tps.model import Prescription, Protocol
from tps.model.forbidden import ForbiddenDirections, ForbiddenRegion
from tps.model.prescribed_metric import PRESCRIBED_METRICS
from tps.model.setting import Setting, settings_of
from tps.model.steering import SIDES, Line, Steering
from tps.pipeline.request import PlanRequest, SphereTarget

# Tables that were read: what they held lies in the plan folder itself.
NOT_RECORDED = ("existing_seeds", "existing_source", "existing_implanted", "existing_strength_date", "lock")

Point = Annotated[list[float], Limits(min_length=3, max_length=3)]
Corner = Annotated[list[float], Limits(min_length=2, max_length=2)]
Angle = Annotated[float, Limits(ge=-180, le=180)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, strict=True)


class _Whole(BaseModel):
    """Unknown keys are ignored: a later version may add some."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False, strict=True)


def _json_type(hint: Any) -> Any:
    """A type as JSON has it: lists for tuples."""
    if get_origin(hint) is not tuple:
        return hint
    each, *rest = get_args(hint)
    if rest == [...]:
        return list[_json_type(each)]  # type: ignore[misc]  # made as the program runs
    return Annotated[list[each], Limits(min_length=1 + len(rest), max_length=1 + len(rest))]  # type: ignore[valid-type]


def _default(f: Field) -> Any:
    if f.default is not MISSING:
        return list(f.default) if isinstance(f.default, tuple) else f.default
    if f.default_factory is not MISSING:
        made = f.default_factory()
        return list(made) if isinstance(made, tuple) else made
    return ...


def _document_of(noun: type, base: type[BaseModel], without: tuple[str, ...] = (), **own: Any) -> Any:
    """A document with the fields of a dataclass; ``own`` gives a type, or (type, default), to some of them.

    Parameters
    ----------
    noun : dataclass
    base : pydantic model
        What unknown keys are to it.
    without : tuple of str
        Fields that are left out.
    **own
        By field.
    """
    hints = get_type_hints(noun)
    types: dict[str, Any] = {}
    for f in fields(noun):
        if f.name not in without:
            found = own.get(f.name, _json_type(hints[f.name]))
            types[f.name] = found if isinstance(found, tuple) else (found, _default(f))
    return create_model(
        noun.__name__, __base__=base, __doc__=(noun.__doc__ or "").partition("\n")[0], **types
    )


def _list_of(document: Any) -> Any:
    return list[document]


def _setting_type(known: Setting) -> Any:
    unit = f", {known.unit}" if known.unit else ""
    number = int if known.kind == "whole number" else float
    one: Any = Annotated[number, Limits(ge=known.low, le=known.high)]
    if known.kind == "pair":
        one = Annotated[list[one], Limits(min_length=2, max_length=2)]
    elif known.kind == "list":
        one = Annotated[list[one], Limits(min_length=1)]
    return Annotated[one, Limits(description=f"{known.meaning}{unit}")]


ProtocolDocument = _document_of(
    Protocol, _Part, **{name: _setting_type(known) for name, known in settings_of(Protocol).items()}
)
PrescriptionDocument = _document_of(
    Prescription,
    _Part,
    dose_gy=Annotated[float, Limits(gt=0)],
    metric=Literal[*PRESCRIBED_METRICS],
)
SphereDocument = _document_of(
    SphereTarget, _Part, centre_mm=Point, radius_mm=Annotated[float, Limits(gt=0, lt=100)]
)
LineDocument = _document_of(Line, _Part, entry_mm=Point, tip_mm=Point)
ForbiddenRegionDocument = _document_of(
    ForbiddenRegion, _Part, outline_mm=Annotated[list[Corner], Limits(min_length=3)]
)
ForbiddenDirectionsDocument = _document_of(ForbiddenDirections, _Part, from_deg=Angle, to_deg=Angle)
SteeringDocument = _document_of(
    Steering,
    _Part,
    side=Literal["", *SIDES],
    directions=list[Point],
    lines=_list_of(LineDocument),
    forbidden=(_list_of(ForbiddenRegionDocument), []),
    not_from=(_list_of(ForbiddenDirectionsDocument), []),
)
RequestDocument = _document_of(
    PlanRequest,
    _Whole,
    NOT_RECORDED,
    spheres=(_list_of(SphereDocument), ...),
    prescription=(PrescriptionDocument, ...),
    protocol=(ProtocolDocument, ...),
    steering=(SteeringDocument, ...),
)
