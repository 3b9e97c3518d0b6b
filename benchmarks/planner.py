"""Planner: quality and time over the open set of cases, beside a greedy lattice planner."""

import numpy as np

from benchmarks.planner_cases import OPEN_SET, QUICK_SET, OpenCase, read_open_case, request_for
from benchmarks.planner_greedy import plan_greedily
from tps.pipeline.plan import plan_case
from tps.pipeline.prepare import prepare

DOCUMENT = "docs/planner.md"

METRICS = ("minimum-peripheral", "d90")


def run(options) -> dict:
    """Plan every case of the set for both prescriptions."""
    cases = QUICK_SET if options.quick else OPEN_SET
    rows = {metric: [] for metric in METRICS}
    for number, which in enumerate(cases):
        case = read_open_case(which)
        if number == 0:
            plan_case(case, request_for(which))  # compiles
        for metric in METRICS:
            rows[metric].append(_row(which, case, metric))
    return {"cases": rows, "means": {metric: means(rows[metric]) for metric in METRICS}}


def _row(which: OpenCase, case, metric: str) -> dict:
    request = request_for(which, metric)
    result = plan_case(case, request)
    found = result.evaluation.metrics["Target"]
    row = {
        "case": which.name,
        "met": result.plan.status == "met",
        "needles": len(result.plan.needles),
        "seeds": len(result.plan.seeds),
        "solve_s": result.timing_s["optimising"],
        "doses": int(result.plan.search["doses_computed"]),
        "sets_of_ways": int(result.plan.search["sets_of_ways"]),
    }
    row |= {k: found[k] for k in ("minimum_peripheral_dose_gy", "d90_gy", "v100", "v150", "v200", "ci")}
    row["greedy"] = _greedy(prepare(case, request).problem, result.plan, found["v100"])
    return row


# What is called the same coverage: the inside points of the two differ.
SAME_V100 = 0.003


def _greedy(problem, plan, coverage: float) -> dict:
    """The greedy planner at the same V100, along the direction most of the plan's own needles have."""
    directions = np.array([n.direction for n in plan.needles])
    common = directions[int(np.argmax((directions @ directions.T > 1 - 1e-6).sum(axis=1)))]
    approach = max(problem.targets[0].approaches, key=lambda a: float(a.direction @ common))
    found = plan_greedily(problem, approach, coverage)
    dose = found.verdict.targets[0]
    return {
        "reached": dose.v100 >= coverage - SAME_V100,
        "needles": found.needles,
        "seeds": len(found.seeds),
        "minimum_peripheral_dose_gy": dose.minimum * problem.prescription.dose_gy,
        "v100": dose.v100,
        "v150": dose.v150,
        "v200": dose.v200,
    }


def means(rows: list[dict]) -> dict:
    """Averages over the cases, the worst coverage, and the times."""
    solve = [r["solve_s"] for r in rows]
    return {
        "met": sum(r["met"] for r in rows),
        **{k: float(np.mean([r[k] for r in rows])) for k in ("v100", "v150", "v200", "ci")},
        "lowest_v100": min(r["v100"] for r in rows),
        "median_solve_s": float(np.median(solve)),
        "median_solve_s_by_sets": {
            sets: float(np.median([r["solve_s"] for r in rows if r["sets_of_ways"] == sets]))
            for sets in sorted({r["sets_of_ways"] for r in rows})
        },
        "longest_solve_s": max(solve),
    }


def lines(result: dict) -> list[str]:
    """The tables a person reads."""
    out = []
    for metric, rows in result["cases"].items():
        surface = metric == "minimum-peripheral"
        out.append(
            f"prescribed 120 Gy to {'the minimum peripheral dose' if surface else 'D90'}, seeds of 0.6 mCi"
        )
        head = f"{'case':<28}{'met':>4}{'needles':>8}{'seeds':>6}{'min Gy':>7}{'D90':>5}{'V100':>7}"
        head += f"{'V150':>6}{'V200':>6}{'CI':>6}{'s':>6}"
        out.append(head + "   greedy: needles seeds  V100 V150 min Gy")
        out += [_line(r) for r in rows]
        m = result["means"][metric]
        out.append(
            f"met {m['met']} of {len(rows)}; mean V100 {m['v100']:.1%} (lowest {m['lowest_v100']:.1%}),"
            f" V150 {m['v150']:.1%}, V200 {m['v200']:.1%}, CI {m['ci']:.2f};"
            f" solving {m['median_solve_s']:.1f} s in the median, {m['longest_solve_s']:.1f} s at most"
        )
        out += [_by_sets(rows, m["median_solve_s_by_sets"]), _against_greedy(rows), ""]
    return out[:-1]


def _by_sets(rows: list[dict], medians: dict[int, float]) -> str:
    """What searching clearly safer ways beside the others costs in time."""
    parts = [
        f"{sum(r['sets_of_ways'] == sets for r in rows)} cases with {sets} set{'s' * (sets > 1)} of ways"
        f" {median:.1f} s in the median"
        for sets, median in medians.items()
    ]
    return "solving: " + ", ".join(parts)


def _line(r: dict) -> str:
    text = f"{r['case']:<28}{'yes' if r['met'] else 'no':>4}{r['needles']:>8}{r['seeds']:>6}"
    text += f"{r['minimum_peripheral_dose_gy']:>7.1f}{r['d90_gy']:>5.0f}{r['v100']:>7.1%}{r['v150']:>6.0%}"
    text += f"{r['v200']:>6.0%}{r['ci']:>6.2f}{r['solve_s']:>6.1f}"
    g = r["greedy"]
    text += f"{g['needles']:>18}{g['seeds']:>6}{g['v100']:>6.1%}{g['v150']:>5.0%}"
    return text + f"{g['minimum_peripheral_dose_gy']:>7.1f}"


def _against_greedy(rows: list[dict]) -> str:
    """How the two compare where the greedy planner reaches the same V100."""
    both = [r for r in rows if r["met"] and r["greedy"]["reached"]]
    if not both:
        return f"greedy: reaches the same V100 in none of {len(rows)}"
    fewer = [r["needles"] <= 0.8 * r["greedy"]["needles"] for r in both]
    cooler = [r["needles"] <= r["greedy"]["needles"] and r["v150"] <= r["greedy"]["v150"] - 0.1 for r in both]
    worse = [
        r["case"] for r in both if r["needles"] > r["greedy"]["needles"] or r["v150"] > r["greedy"]["v150"]
    ]
    return (
        f"greedy: reaches the same V100 in {len(both)} of {len(rows)}; against it 20 % fewer needles in"
        f" {sum(fewer)}, no more needles and V150 10 points lower in {sum(cooler)}, one or the other in"
        f" {sum(f or c for f, c in zip(fewer, cooler, strict=True))};"
        f" worse in needles or V150: {', '.join(worse) or 'none'}"
    )
