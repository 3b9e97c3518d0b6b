"""seedwright: treatment planning for permanent iodine-125 seed implants.

Research software, not a medical device.  ``import tps`` is light: each public verb is loaded on first use.
"""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("seedwright")
except PackageNotFoundError:  # running from a source tree that was never installed
    __version__ = "0+unknown"

NOT_FOR_CLINICAL_USE = "Research software, not a medical device. Not for clinical use."

# The public verbs and where each lives; loading them lazily keeps `tps --help` fast.
_VERBS = {
    "load_case": "tps.pipeline.load",
    "plan_case": "tps.pipeline.plan",
    "write_plan": "tps.pipeline.write",
    "verify": "tps.pipeline.verify",
    "write_verified": "tps.pipeline.write_verified",
    "dose_history": "tps.pipeline.history",
    "evaluate_folder": "tps.pipeline.reevaluate",
    "dose_at_points": "tps.dose.points",
    "load_source": "tps.sources.library",
    "recompute": "tps.batch.recompute",
}

__all__ = ["NOT_FOR_CLINICAL_USE", "__version__"]
__all__ += list(_VERBS)


def __getattr__(name: str):
    if name in _VERBS:
        return getattr(import_module(_VERBS[name]), name)
    raise AttributeError(f"module 'tps' has no attribute {name!r}; public verbs: {', '.join(_VERBS)}")


def __dir__() -> list[str]:
    return sorted(__all__)
