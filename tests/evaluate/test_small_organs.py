"""An organ smaller than a figure's volume: a dash where the figure would stand, and never hidden for it."""

from io import StringIO
from types import SimpleNamespace

import pytest
from evaluation_doubles import InverseSquareEngine, SphereSolid, empty_case, one_seed_plan
from rich.console import Console

from tps.cli.plan_result import _organs
from tps.evaluate.evaluate import evaluate_plan
from tps.model import Protocol
from tps.report.dvh_plot import shown_regions
from tps.report.organ_rows import organ_table

TARGET = SphereSolid("T", (0, 0, 0), 10.0)
NODE = SphereSolid("Node", (13, 0, 0), 2.5)  # 0.065 cm3
NERVE = SphereSolid("Nerve", (-16, 0, 0), 4.9)  # 0.49 cm3


@pytest.fixture(scope="module")
def result():
    plan = one_seed_plan(1e4, 110)
    evaluation = evaluate_plan(empty_case(), plan, InverseSquareEngine(), [TARGET], [NODE, NERVE], Protocol())
    regions = SimpleNamespace(organs=(NODE, NERVE), targets=(TARGET,))
    return SimpleNamespace(
        evaluation=evaluation,
        regions=regions,
        plan=plan,
        organs=regions.organs,
        targets=regions.targets,
        existing=(),
    )


def test_on_the_screen(result):
    text = StringIO()
    Console(file=text, width=100).print(_organs(result))
    rows = {line.split()[0]: line.split()[1:] for line in text.getvalue().splitlines() if " " in line.strip()}
    assert rows["Node"][:3] == ["-", "-", "-"] and float(rows["Node"][3]) > 80
    assert rows["Nerve"][1:3] == ["-", "-"] and float(rows["Nerve"][0]) > 10
    assert "nan" not in text.getvalue()


def test_in_the_report(result):
    rows, cold = organ_table(result)
    assert [row["name"] for row in rows] == ["Node", "Nerve"] and cold == []
    assert rows[0]["doses"][:3] == ["-", "-", "-"] and rows[1]["doses"][1:3] == ["-", "-"]
    assert shown_regions(result) == ["T", "Node", "Nerve"]
