"""The nouns every stage exchanges: frozen, valid or not at all; numpy only."""

from tps.model.case import Case, CaseIdentity
from tps.model.grid import Grid, Volume
from tps.model.limit import Limit, parse_limit
from tps.model.plan import Needle, Plan, Seed, seed_arrays
from tps.model.prescription import Prescription
from tps.model.protocol import Protocol
from tps.model.source import SourceModel
from tps.model.structure import Contour, Structure

__all__ = [
    "Case",
    "CaseIdentity",
    "Contour",
    "Grid",
    "Limit",
    "Needle",
    "Plan",
    "Prescription",
    "Protocol",
    "Seed",
    "SourceModel",
    "Structure",
    "Volume",
    "parse_limit",
    "seed_arrays",
]
