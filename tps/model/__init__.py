"""The nouns every stage exchanges: frozen, valid or not at all; numpy only."""

from tps.model.case import Case, CaseIdentity
from tps.model.crossing import Crossing
from tps.model.grid import Grid, Volume
from tps.model.implant import Implant
from tps.model.limit import Limit, parse_limit
from tps.model.plan import Needle, PlacedSeed, Plan, Seed, seed_arrays
from tps.model.prescription import Prescription
from tps.model.protocol import Protocol
from tps.model.reason import Reason
from tps.model.source import SourceModel
from tps.model.strength import Strength
from tps.model.structure import Contour, Structure
from tps.model.verdict import Verdict

__all__ = [
    "Case",
    "CaseIdentity",
    "Contour",
    "Crossing",
    "Grid",
    "Implant",
    "Limit",
    "Needle",
    "PlacedSeed",
    "Plan",
    "Prescription",
    "Protocol",
    "Reason",
    "Seed",
    "SourceModel",
    "Strength",
    "Structure",
    "Verdict",
    "Volume",
    "parse_limit",
    "seed_arrays",
]
