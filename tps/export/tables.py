"""The CSV files of a plan folder that people read: needle sheet, DVH, order list."""

from collections.abc import Mapping
from datetime import datetime

import numpy as np

from tps.evaluate.dvh import Dvh
from tps.export.insertion_order import insertion_order
from tps.export.needle_guide import length_to_take, withdraw_steps
from tps.export.operator_terms import needle_row
from tps.export.order import order_lines
from tps.export.plan_identity import PlanIdentity
from tps.formats.csv_table import csv_text
from tps.model import Case, Plan, Protocol, SourceModel

NEEDLE_COLUMNS = (
    "needle,target,entry_x_mm,entry_y_mm,entry_z_mm,tip_x_mm,tip_y_mm,tip_z_mm,insertion_depth_mm,"
    "axial_angle_deg,cranio_caudal_angle_deg,image_number,entry_slice_mm,seeds,seed_distances_from_tip_mm,"
    "clearance_mm,nearest_obstacle,lung_path_mm,pleural_passages,skin_angle_deg,crossed_mm,changed_by_hand,"
    "patient,plan,version,insertion_order,from_laser_mm,needle_to_take_mm,left_outside_mm,withdraw_steps_mm"
).split(",")
DVH_COLUMNS = ("roi", "dose_gy", "volume_cc", "volume_fraction")
ORDER_COLUMNS = (
    "source,model,manufacturer,isotope,seeds,spares,order,strength_u,activity_mci,u_per_mci,at_implant,"
    "total_strength_u,certified,certified_strength_u,certified_activity_mci"
).split(",")

# The table goes in steps of 1 Gy up to this many times the prescription, then straight to the maximum: close
# to a seed the dose rises to thousands of Gy in a few cubic millimetres.
DVH_STEP_GY = 1.0
DVH_PRESCRIPTIONS = 5.0


def needles_csv(
    case: Case, plan: Plan, identity: PlanIdentity | None = None, protocol: Protocol | None = None
) -> str:
    """One row a needle, what the operator dials in; see ``tps.export.operator_terms`` for the angles.

    Further columns come after those that were there before: other programs read these by their places.

    Parameters
    ----------
    case : Case
    plan : Plan
    identity : PlanIdentity, optional
        Names patient and plan; default: that of a plan without DICOM files.
    protocol : Protocol, optional
        Says which needles there are to take.
    """
    identity = identity or PlanIdentity.of(case, plan)
    lengths, order = (protocol or Protocol()).needle_lengths_mm, insertion_order(plan)
    rows = []
    for needle in plan.needles:
        r = needle_row(needle, plan.seeds_on(needle.id), case)
        rows.append(
            [
                r.needle,
                r.target,
                *(f"{v:.2f}" for v in (*r.entry_mm, *r.tip_mm)),
                f"{r.depth_mm:.1f}",
                f"{r.axial_angle_deg:.1f}",
                f"{r.cranio_caudal_angle_deg:.1f}",
                "" if r.image_number is None else r.image_number,
                f"{r.entry_slice_mm:.2f}",
                len(r.from_tip_mm),
                ";".join(f"{d:.1f}" for d in r.from_tip_mm),
                "" if r.clearance_mm is None else f"{r.clearance_mm:.1f}",
                r.nearest_obstacle,
                f"{r.lung_path_mm:.1f}",
                r.pleural_passages,
                "" if r.skin_angle_deg is None else f"{r.skin_angle_deg:.0f}",
                r.crossed,
                "; ".join(plan.edits_of(needle.id)),
                identity.patient,
                identity.number,
                identity.version,
                order.place(needle.id),
                f"{float(needle.entry_mm @ case.ct.grid.axes[0]):.1f}",
                "" if (take := length_to_take(needle.length_mm, lengths)) is None else f"{take:g}",
                "" if take is None else f"{take - needle.length_mm:.1f}",
                ";".join(f"{step:.1f}" for step in withdraw_steps(r.from_tip_mm)),
            ]
        )
    return csv_text(NEEDLE_COLUMNS, rows)


def dvh_doses(dvh: Dvh, prescription_gy: float, step_gy: float = DVH_STEP_GY) -> np.ndarray:
    """Doses (n,) at which a DVH is tabulated: 0 Gy upwards in steps, the last one its maximum."""
    top = min(dvh.max_gy, DVH_PRESCRIPTIONS * prescription_gy)
    steps = np.arange(0.0, top, step_gy)
    return np.append(steps, dvh.max_gy) if dvh.max_gy > 0 else np.array([0.0])


def dvh_csv(dvhs: Mapping[str, Dvh], prescription_gy: float, step_gy: float = DVH_STEP_GY) -> str:
    """Cumulative DVHs: for each ROI the volume that gets at least each dose."""
    rows = []
    for roi, dvh in dvhs.items():
        doses = dvh_doses(dvh, prescription_gy, step_gy)
        for dose, volume in zip(doses, dvh.curve(doses), strict=True):
            rows.append([roi, f"{dose:g}", f"{volume:.5f}", f"{volume / dvh.total_cc:.6f}"])
    return csv_text(DVH_COLUMNS, rows)


def order_csv(
    plan: Plan,
    source: SourceModel,
    u_per_mci: float | None,
    implant: datetime | None,
    certified: datetime | None = None,
    protocol: Protocol | None = None,
) -> str:
    """What to order: seeds of each strength with spares; see ``tps.export.order``.

    ``seeds`` and ``total_strength_u`` are those of the plan at the implant; ``order`` counts the spares too.

    Parameters
    ----------
    plan : Plan
    source : SourceModel
    u_per_mci : float or None
        Of the certificate; None takes the nuclide's.
    implant, certified : datetime or None
        Of the implant, and that for which strengths are certified.
    protocol : Protocol, optional
        Says how many spares.
    """
    rows = []
    for line in order_lines(plan, source, protocol or Protocol(), implant, certified, u_per_mci):
        each = line.strength
        calibrated = each.calibrated_at is not None
        rows.append(
            [
                source.name,
                source.model,
                source.manufacturer,
                source.isotope,
                line.needed,
                line.spares,
                line.count,
                f"{each.u:.4f}",
                _mci(each.mci),
                "" if each.factor is None else f"{each.factor:g}",
                _minutes(each.at),
                f"{each.u * line.needed:.4f}",
                _minutes(each.calibrated_at),
                f"{each.calibrated_u:.4f}" if calibrated else "",
                _mci(each.calibrated_mci) if calibrated else "",
            ]
        )
    return csv_text(ORDER_COLUMNS, rows)


def _mci(activity: float | None) -> str:
    return "" if activity is None else f"{activity:.4f}"


def _minutes(when: datetime | None) -> str:
    return when.isoformat(timespec="minutes") if when else ""
