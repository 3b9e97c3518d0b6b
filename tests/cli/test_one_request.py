"""One request, whatever door it comes through: the command line, a batch's manifest, Python, JSON.

A plan follows from its request alone (same request, same plan: ``tests/pipeline/test_pipeline.py``), so that
requests that are equal reach the same plan; one plan is made through each door and compared to the bit.
"""

import inspect
import json

import pytest
from hand_plans import write_patient
from typer.testing import CliRunner

import tps
from tps.batch.find.plan_items import read_plan_manifest
from tps.batch.plan_batch import PlanBatchOptions, plan_batch
from tps.batch.plan_batch import request_of as request_of_item
from tps.batch.run.items import Executor
from tps.cli.app import app
from tps.cli.plan import plan_command
from tps.model import Prescription, Protocol
from tps.model.forbidden import ForbiddenDirections, ForbiddenRegion
from tps.model.steering import Line, Steering
from tps.model.strength import u_per_mci_of
from tps.pipeline import plan as pipeline
from tps.pipeline.request import PlanRequest, SphereTarget
from tps.pipeline.request_record import request_of, request_record

# Say where things are read and written and how, not what is planned.
NOT_OF_THE_REQUEST = {
    "ct": "which scan",
    "out": "where to",
    "structures": "which contours",
    "labels": "which names",
    "series": "which scan",
    "resample": "which scan",
    "acquisition": "which scan",
    "charset": "how names are read",
    "report": "what is written",
    "isodose": "what is written",
    "needle_contours": "what is written",
    "dose_bits": "what is written",
    "anonymise": "what is written",
    "lang": "what is written",
    "overwrite": "what is written",
    "as_json": "what is printed",
    "threads": "how fast",
}

TRIANGLE = ForbiddenRegion("vessel", [[0.0, -40.0], [8.0, -40.0], [4.0, -32.5]], -310.0, -290.0)

# Option of the command (by its name in the function): words, and the fields of the request that they fill.
OPTIONS = {
    "target": (["--target", "GTV", "--target", "Cord"], {"targets": ("GTV", "Cord")}),
    "target_sphere": (
        ["--target-sphere", "1,2,-3,8"],
        {"targets": ("GTV",), "spheres": (SphereTarget((1.0, 2.0, -3.0), 8.0),)},
    ),
    "margin_mm": (["--margin-mm", "2.5"], {"margin_mm": 2.5}),
    "prescription_gy": (["--prescription-gy", "140"], {"prescription": Prescription(140.0)}),
    "prescribe_to": (["--prescribe-to", "d90"], {"prescription": Prescription(120.0, "d90")}),
    "allow_any_prescription": (["--allow-any-prescription"], {"allow_any_prescription": True}),
    "source": (["--source", "i125_selectseed_130_002"], {"source": "i125_selectseed_130_002"}),
    "activity_mci": (["--activity-mci", "0.5"], {"strength_u": 0.635}),
    "strength_u": (["--strength-u", "0.7"], {"strength_u": 0.7}),
    "u_per_mci": (["--u-per-mci", "1.3"], {"u_per_mci": 1.3, "strength_u": 0.6 * 1.3}),
    "allow_any_strength": (["--allow-any-strength"], {"allow_any_strength": True}),
    "implant_date": (
        ["--implant-date", "2026-03-01T09:00+08:00"],
        {"implant_datetime": "2026-03-01T09:00+08:00"},
    ),
    "calibration_date": (
        ["--implant-date", "2026-03-01T09:00", "--calibration-date", "2026-02-20T12:00"],
        {"implant_datetime": "2026-03-01T09:00", "calibration_datetime": "2026-02-20T12:00"},
    ),
    "existing": (["--existing", "seeds.csv"], {"existing_seeds": "seeds.csv"}),
    "existing_source": (
        ["--existing", "seeds.csv", "--existing-source", "i125_6711"],
        {"existing_seeds": "seeds.csv", "existing_source": "i125_6711"},
    ),
    "existing_implanted": (
        ["--existing", "seeds.csv", "--existing-implanted", "2025-05-01T10:00"],
        {"existing_seeds": "seeds.csv", "existing_implanted": "2025-05-01T10:00"},
    ),
    "existing_strength_date": (
        ["--existing", "seeds.csv", "--existing-strength-date", "2025-05-01T10:00"],
        {"existing_seeds": "seeds.csv", "existing_strength_date": "2025-05-01T10:00"},
    ),
    "spacing_mm": (
        ["--spacing-mm", "8:16"],
        {
            "protocol": Protocol(
                needle_spacing_mm=(8.0, 16.0), seed_spacing_mm=(8.0, 16.0), seed_min_distance_mm=8.0
            )
        },
    ),
    "seed_step_mm": (["--seed-step-mm", "5"], {"protocol": Protocol(seed_step_mm=5.0)}),
    "avoid": (["--avoid", "Cord:4"], {"avoid": {"Cord": 4.0}}),
    "cross": (["--cross", "Cord"], {"cross": ("Cord",)}),
    "limit": (["--limit", "Cord D0.1cc < 45 Gy"], {"limits": ("Cord D0.1cc < 45 Gy",)}),
    "prefer": (["--prefer", "Cord D0.1cc < 45 Gy"], {"preferences": ("Cord D0.1cc < 45 Gy",)}),
    "position": (["--position", "prone"], {"position": "prone"}),
    "come_from": (["--from", "left"], {"steering": Steering(side="left")}),
    "in_plane": (["--in-plane"], {"steering": Steering(in_plane=True)}),
    "max_lung_mm": (["--max-lung-mm", "30"], {"steering": Steering(max_lung_mm=30.0)}),
    "max_depth_mm": (["--max-depth-mm", "90"], {"steering": Steering(max_depth_mm=90.0)}),
    "alternative": (["--alternative", "1"], {"alternative": 1}),
    "entry": (["--entry", "Cord"], {"steering": Steering(entry="Cord")}),
    "forbid": (["--forbid", "forbidden.csv"], {"steering": Steering(forbidden=(TRIANGLE,))}),
    "not_from": (
        ["--not-from", "150:-150", "--not-from", "-10:10"],
        {"steering": Steering(not_from=(ForbiddenDirections(150, -150), ForbiddenDirections(-10, 10)))},
    ),
    "lock": (["--lock", "needles.csv"], {"lock": "needles.csv"}),
    "max_needles": (["--max-needles", "9"], {"max_needles": 9}),
    "protocol": (["--protocol", "rules.toml"], {"protocol": Protocol(skin_clearance_mm=7.0)}),
    "certify": (["--certify"], {"certify": True}),
    "seed": (["--seed", "7"], {"random_seed": 7}),
}

# Options whose meaning depends on a file: tested where the file is (steering, sources).
WITH_FILES = {"keep_approach", "needles", "source_dir"}

# Columns of a manifest: cell, and the same fields.
CELLS = {
    "prescription_gy": ("140", {"prescription": Prescription(140.0)}),
    "prescribe_to": ("d90", {"prescription": Prescription(120.0, "d90")}),
    "activity_mci": ("0.5", {"strength_u": 0.635}),
    "margin_mm": ("2.5", {"margin_mm": 2.5}),
    "source": ("i125_selectseed_130_002", {"source": "i125_selectseed_130_002"}),
    "avoid": ("Cord:4", {"avoid": {"Cord": 4.0}}),
    "cross": ("Cord", {"cross": ("Cord",)}),
    "limits": ("Cord D0.1cc < 45 Gy", {"limits": ("Cord D0.1cc < 45 Gy",)}),
}


class Asked(Exception):
    """Stops the command where the request is complete."""


@pytest.fixture(scope="module")
def patient(tmp_path_factory):
    folder = tmp_path_factory.mktemp("patient")
    write_patient(folder)
    (folder / "rules.toml").write_text("skin_clearance_mm = 7.0\n")
    (folder / "seeds.csv").write_text("seed,needle,x_mm,y_mm,z_mm,ux,uy,uz,strength_u\n1,1,0,0,0,0,0,1,0.7\n")
    (folder / "needles.csv").write_text("needle\n1\n")
    corners = "".join(f"vessel,{x:g},{y:g},-310,-290\n" for x, y in TRIANGLE.outline_mm)
    (folder / "forbidden.csv").write_text("region,x_mm,y_mm,from_z_mm,to_z_mm\n" + corners)
    return folder


def python_request(fields: dict) -> PlanRequest:
    return PlanRequest(**({"targets": ("GTV",)} | fields))


def same(a: PlanRequest, b: PlanRequest) -> bool:
    """Every field alike, whatever folder files were named in."""
    tables = {f: (getattr(a, f), getattr(b, f)) for f in ("existing_seeds", "lock")}
    alike = all(x.rpartition("/")[2] == y.rpartition("/")[2] for x, y in tables.values())
    return alike and request_record(a) == request_record(b)


def command_request(words: list[str], patient, monkeypatch) -> PlanRequest:
    """The request that the command line comes to, taken where planning would begin."""
    seen = []

    def asked(case, request, strengths_u, *more, **named):
        seen.append(request.with_strength(strengths_u[0]))
        raise Asked

    monkeypatch.setattr(pipeline, "plan_best_strength", asked)
    monkeypatch.chdir(patient)
    given = [] if "--target" in words else ["--target", "GTV"]
    done = CliRunner().invoke(
        app, ["plan", "ct", "--structures", "rs.dcm", "--out", "plan", "--no-report", *given, *words]
    )
    assert isinstance(done.exception, Asked), (done.output, done.exception)
    return seen[0]


def test_every_option_is_held_against_the_request_or_says_why_not():
    named = set(inspect.signature(plan_command).parameters)
    assert named == {*OPTIONS, *NOT_OF_THE_REQUEST, *WITH_FILES}


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_fills_the_request_as_python_does(option, patient, monkeypatch):
    words, fields = OPTIONS[option]
    asked = command_request(words, patient, monkeypatch)
    assert same(asked, python_request(fields))
    assert not same(asked, python_request({})), "this example would pass without the option"


@pytest.mark.parametrize("option", OPTIONS)
def test_json_fills_the_request_as_python_does(option):
    request = python_request(OPTIONS[option][1])
    written = json.loads(json.dumps(request_record(request)))
    assert request_record(request_of(written)) == request_record(request)


def test_lines_of_the_user_come_back_from_json():
    line = Line("mine", (1.0, -50.0, 2.0), (1.0, 10.0, 2.0))
    request = python_request({"steering": Steering(lines=(line,))})
    written = json.loads(json.dumps(request_record(request)))
    assert request_record(request_of(written)) == request_record(request)


@pytest.mark.parametrize("column", CELLS)
def test_a_cell_fills_the_request_as_python_does(column, tmp_path):
    cell, fields = CELLS[column]
    manifest = tmp_path / "m.csv"
    manifest.write_text(f"case,ct,structures,targets,{column}\na,ct,rs.dcm,GTV,{cell}\n")
    (item,), _ = read_plan_manifest(manifest)
    assert not item.trouble
    asked = request_of_item(item, python_request({}), ("GTV", "Cord"))
    assert same(asked, python_request(fields)) and not same(asked, python_request({}))


def layout_in(folder):
    written = json.loads((folder / "plan.json").read_text())
    return written["needles"], written["seeds"], written["metrics"]


@pytest.mark.patient
def test_one_plan_through_every_door(patient, tmp_path, monkeypatch):
    monkeypatch.chdir(patient)
    words = [
        "plan",
        "ct",
        "--structures",
        "rs.dcm",
        "--target",
        "GTV",
        "--activity-mci",
        "0.8",
        "--no-report",
    ]
    done = CliRunner().invoke(app, [*words, "--seed", "3", "--out", str(tmp_path / "command")])
    assert done.exit_code == 0, done.output
    manifest = patient / "m.csv"
    manifest.write_text("case,ct,structures,targets,activity_mci\ncell,ct,rs.dcm,GTV,0.8\n")
    options = PlanBatchOptions(python_request({"random_seed": 3}), report=False)
    plan_batch(manifest, tmp_path / "batch", options, where=Executor(1))
    request = python_request({"random_seed": 3, "strength_u": 0.8 * u_per_mci_of("I-125")})
    again = request_of(json.loads(json.dumps(request_record(request))))
    for name, each in (("python", request), ("json", again)):
        result = tps.plan_case(tps.load_case(patient / "ct", patient / "rs.dcm"), each)
        tps.write_plan(result, tmp_path / name, report=False)
    made = layout_in(tmp_path / "command")
    assert made[0] and made[1]
    for folder in ("batch/cell", "python", "json"):
        assert layout_in(tmp_path / folder) == made, folder
