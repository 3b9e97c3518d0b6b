"""A plan folder in which one file was changed is refused by every command that reads it, naming the file."""

import csv
import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from export_case import make_case, plan_folder_files, small_plan, write_plan_folder
from pydicom import dcmread

from tps.batch.recompute import recompute
from tps.batch.run.items import Executor
from tps.cli.app import main
from tps.errors import BadInput
from tps.export.integrity import (
    BLANK,
    NO_SUMS,
    check_beside_plan,
    check_plan_folder,
    is_plan_folder,
    plan_folders,
    sealed,
    sums_of,
)
from tps.sources.library import load_source

POINTS = "x_mm,y_mm,z_mm\n1,2,3\n"


def run(monkeypatch, capsys, *words) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["tps", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        main()
    out, err = capsys.readouterr()
    return stopped.value.code, out, err


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A plan folder; the scan it was made on lies beside it as ``ct``."""
    folder = tmp_path_factory.mktemp("edits")
    files = plan_folder_files(make_case(folder), small_plan(), load_source("i125_6711"))
    return write_plan_folder(folder / "plan", files)


@pytest.fixture
def folder(made, tmp_path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(made, tmp_path / "plan"))


def commands(ct: Path, folder: Path, tmp_path: Path) -> dict[str, list]:
    """Every command line that reads a file of the folder."""
    (tmp_path / "points.csv").write_text(POINTS)
    dose = ["dose", "--source", "i125_6711", "--seeds", folder / "seeds.csv"]
    plan = ["plan", ct, "--target", "GTV", "--no-report", "--out", tmp_path / "out"]
    contours = ["--structures", Path(shutil.copy(folder / "RTSTRUCT.dcm", tmp_path / "rs.dcm"))]
    manifest = tmp_path / "list.csv"
    manifest.write_text("plan,structures\nplan/RTPLAN.dcm,plan/RTSTRUCT.dcm\n")
    recomputing = ["--no-summary", "--workers", 1, "--out", tmp_path / "out.csv"]
    return {
        "recompute": ["recompute", folder, *recomputing],
        "recompute of its RTPLAN": ["recompute", manifest, *recomputing],
        "dose": [*dose, "--points", tmp_path / "points.csv", "--out", tmp_path / "doses.csv"],
        "plan on its structures": [*plan, "--structures", folder / "RTSTRUCT.dcm"],
        "plan in its directions": [*plan, *contours, "--keep-approach", folder],
        "plan on its lines": [*plan, *contours, "--needles", folder / "needles.csv"],
        "plan with its seeds there already": [*plan, *contours, "--existing", folder / "seeds.csv"],
        "evaluate": ["evaluate", folder, "--out", tmp_path / "out"],
        "send": ["send", folder, "--to", "PACS@127.0.0.1:1"],
        "inspect": ["inspect", folder],
        "inspect above": ["inspect", folder.parent],
    }


def test_the_folder_as_written_is_taken(made):
    assert check_plan_folder(made) == ()
    listed = json.loads((made / "plan.json").read_text())["files"]
    assert set(listed) == {p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file()}
    assert {"report.html", "RTDOSE.dcm", "dvh.csv", "plan.json"} <= set(listed)


@pytest.mark.parametrize("how", ["flipped", "longer", "shorter", "emptied"])
def test_every_edit_of_every_file_is_seen(folder, how):
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes()
        middle = len(content) // 2
        changed = {
            "flipped": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
            "longer": content + b"\n",
            "shorter": content[:-2],
            "emptied": b"",
        }[how]
        path.write_bytes(changed)
        with pytest.raises(BadInput) as refused:
            check_beside_plan(folder / "seeds.csv")
        assert path.name in str(refused.value), how
        path.write_bytes(content)
    assert check_plan_folder(folder) == ()


def without_a_seed(folder: Path) -> None:
    path = folder / "seeds.csv"
    path.write_text("\n".join(path.read_text().splitlines()[:-1]) + "\n")


def with_a_seed_moved(folder: Path) -> None:
    document = json.loads((folder / "plan.json").read_text())
    document["seeds"][0]["position_mm"][2] += 5.0
    (folder / "plan.json").write_text(json.dumps(document, indent=2))


def with_another_prescription(folder: Path) -> None:
    data = dcmread(folder / "RTPLAN.dcm")
    data.DoseReferenceSequence[0].TargetPrescriptionDose = 60.0
    data.save_as(folder / "RTPLAN.dcm")


def with_another_depth(folder: Path) -> None:
    path = folder / "needles.csv"
    path.write_text(path.read_text().replace("1,GTV", "2,GTV", 1))


def with_another_verdict(folder: Path) -> None:
    path = folder / "plan.json"
    path.write_text(path.read_text().replace('"status": "met"', '"status": "not-met"', 1))


def with_another_sum(folder: Path) -> None:
    """The sum itself changed: a lie about a file that is as it was."""
    path = folder / "plan.json"
    document = json.loads(path.read_text())
    path.write_text(path.read_text().replace(document["files"]["dvh.csv"], BLANK, 1))


EDITS = {
    "seeds.csv": without_a_seed,
    "plan.json": with_a_seed_moved,
    "RTPLAN.dcm": with_another_prescription,
    "needles.csv": with_another_depth,
    "status of plan.json": with_another_verdict,
    "dvh.csv": with_another_sum,
}


@pytest.mark.parametrize("name", EDITS)
def test_every_command_refuses_an_edited_folder(made, folder, tmp_path, monkeypatch, capsys, name):
    EDITS[name](folder)
    for what, words in commands(made.parent / "ct", folder, tmp_path).items():
        before = sorted(p for p in tmp_path.rglob("*") if p.is_file())
        code, out, err = run(monkeypatch, capsys, *words)
        assert code == 4, f"{what}: {out}{err}"
        assert name.split()[-1] in err, f"{what}: {err}"
        assert "Traceback" not in err
        left = [p.name for p in tmp_path.rglob("*") if p.is_file() and p not in before]
        assert left in ([], ["out.csv", "out.csv.journal"]), f"{what} wrote {left}"
        for path in ("out.csv", "out.csv.journal"):
            (tmp_path / path).unlink(missing_ok=True)


def reseal(folder: Path, change) -> None:
    """Change plan.json and give it fitting sums, as no hand does: what the files say must still agree."""
    document = json.loads((folder / "plan.json").read_text())
    change(document)
    (folder / "plan.json").unlink()
    (folder / "plan.json").write_text(sealed(document, sums_of(folder)))


def move(document):
    document["seeds"][0]["position_mm"][0] += 0.001


def turn(document):
    document["seeds"][0]["direction"] = [1.0, 0.0, 0.0]


def strengthen(document):
    document["seeds"][0]["strength_u"] *= 1.001


def lose(document):
    document["seeds"].pop()


def prescribe(document):
    document["prescription"]["dose_gy"] = 110.0


def push(document):
    document["needles"][0]["tip_mm"][1] += 1.0


def rename(document):
    document["dicom"]["RTPLAN.dcm"] = "1.2.3"


def another_dose(document):
    document["dicom"]["RTDOSE.dcm"] = "1.2.3"


def other_structures(document):
    document["dicom"]["RTSTRUCT.dcm"] = "1.2.3"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (move, "seeds.csv: the seed at .* lies elsewhere"),
        (turn, "seeds.csv: the seed at .* points elsewhere"),
        (strengthen, "seeds.csv: the seed at .* has another strength"),
        (lose, r"seeds.csv: \d+ seeds, plan.json has \d+; RTPLAN.dcm: \d+ seeds"),
        (prescribe, "RTPLAN.dcm: 120 Gy prescribed, plan.json has 110 Gy"),
        (push, "needles.csv: needle 1 lies elsewhere"),
        (rename, "RTPLAN.dcm: another plan"),
        (rename, "RTDOSE.dcm: belongs to another plan"),
        (another_dose, "RTDOSE.dcm: another dose"),
        (other_structures, "RTSTRUCT.dcm: another structure set"),
    ],
)
def test_files_with_fitting_sums_must_say_the_same(folder, change, said):
    reseal(folder, change)
    with pytest.raises(BadInput, match=said):
        check_plan_folder(folder)


def test_a_dose_that_is_not_that_of_the_seeds(folder):
    data = dcmread(folder / "RTDOSE.dcm")
    data.DoseGridScaling = float(data.DoseGridScaling) * 1.05
    data.save_as(folder / "RTDOSE.dcm")
    reseal(folder, lambda document: None)
    with pytest.raises(BadInput, match=r"RTDOSE.dcm: the dose at .* is .* Gy, not that of the seeds"):
        check_plan_folder(folder)


def test_a_needle_sheet_of_another_plan(folder):
    path = folder / "needles.csv"
    rows = list(csv.reader(io.StringIO(path.read_text())))
    for text, said in (
        ("\n".join(",".join(r) for r in rows[:-1]), "needles, plan.json has"),
        ("\n".join(",".join(r[3:]) for r in rows), "not the needle sheet"),
        (path.read_text().replace("entry_x_mm", "entry"), "not the needle sheet"),
    ):
        path.write_text(text + "\n")
        reseal(folder, lambda document: None)
        with pytest.raises(BadInput, match=f"needles.csv: .*{said}"):
            check_plan_folder(folder)


def test_files_that_are_missing_contradict_nothing(folder, tmp_path):
    for name in ("RTPLAN.dcm", "seeds.csv", "needles.csv", "report.html"):
        (folder / name).unlink()
    assert check_plan_folder(folder) == ()
    report = recompute([folder], tmp_path / "out.csv", where=Executor(1), summary=False)
    assert report.failed == 0


def test_a_folder_without_sums_is_read_with_a_word(folder, tmp_path):
    document = json.loads((folder / "plan.json").read_text())
    del document["files"]
    (folder / "plan.json").write_text(json.dumps(document))
    assert check_plan_folder(folder) == (NO_SUMS,)
    recompute([folder], tmp_path / "out.csv", where=Executor(1), summary=False)
    assert "lists no sums of its files" in (tmp_path / "out.csv").read_text()
    without_a_seed(folder)
    with pytest.raises(BadInput, match="seeds.csv"):
        check_plan_folder(folder)


@pytest.mark.parametrize("name", ["/etc/passwd", "../other", ""])
def test_sums_are_of_files_of_the_folder(folder, name):
    document = json.loads((folder / "plan.json").read_text())
    document["files"] = {name: BLANK}
    (folder / "plan.json").write_text(json.dumps(document))
    with pytest.raises(BadInput, match="is no file of the folder"):
        check_plan_folder(folder)


def test_what_is_no_plan_folder_is_let_be(tmp_path):
    path = tmp_path / "plan.json"
    assert not is_plan_folder(tmp_path) and check_beside_plan(tmp_path / "seeds.csv") == ()
    for text, ours in (
        ('{"schema": "house-plan/3", "rooms": 4}', False),
        ("[]", False),
        ('{"schema": "seedwright-plan/9"}', True),
        ('{"needles": [], "seeds": [], "prescription": {}}', True),
        ('{"schema": "seedwright', True),
    ):
        path.write_text(text)
        assert is_plan_folder(tmp_path) is ours, text
        assert plan_folders(tmp_path) == ((tmp_path,) if ours else ())
    assert plan_folders(path) == ()
    with pytest.raises(BadInput, match="not JSON"):
        check_beside_plan(tmp_path / "seeds.csv")
