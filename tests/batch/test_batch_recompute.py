"""One table, byte for byte, however the work is done: here, in processes, on a cluster, resumed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO

import numpy as np
import pydicom
import pytest
from dask_processes import cluster
from places import ROOT

from benchmarks.batch_cohort import write_cohort
from tps.batch.options import RecomputeOptions, Variant, variants_of
from tps.batch.pictures import difference_scale, distribution_picture
from tps.batch.recompute import recompute
from tps.batch.run.items import Executor
from tps.batch.run.journal import decode, encode, journal_path
from tps.batch.table import COLUMNS
from tps.cli.batch_output import print_recomputed
from tps.errors import BadInput, OutputRefused, WrongUsage
from tps.model import Protocol

SEEDS = 8

# Coarse, because here it is bytes that count and not doses.
COARSE = RecomputeOptions(protocol=replace(Protocol(), dose_grid_mm=4.0))

RUN = """
import sys
from tests_options import COARSE
from tps.batch.recompute import recompute
from tps.batch.run.items import Executor

if __name__ == "__main__":
    recompute(sys.argv[2:], sys.argv[1], COARSE, where=Executor(1), summary=False, resume=True)
"""


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    """Five implants, the first two with a dose, and one plan that is none for seeds."""
    folder = tmp_path_factory.mktemp("cohort")
    write_cohort(folder / "with_dose", 2, SEEDS, dose=True)
    write_cohort(folder / "plain", 3, SEEDS, random_seed=2)
    plan = folder / "plain" / "implant_0001" / "RP.dcm"
    data = pydicom.dcmread(plan)
    data.BrachyTreatmentType = "HDR"
    data.save_as(plan)
    return folder


@pytest.fixture(scope="module")
def reference(cohort, tmp_path_factory):
    """Table of the plain run in this process."""
    out = tmp_path_factory.mktemp("serial") / "results.csv"
    report = recompute([cohort], out, COARSE, where=Executor(1), parquet=True)
    return out, report


def rows_of(path):
    import csv

    with open(path, newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def test_a_row_per_plan_and_region_and_one_for_the_plan_that_failed(reference):
    out, report = reference
    rows = rows_of(out)
    assert (report.plans, report.failed, report.rows, len(rows)) == (5, 1, 9, 9)
    failed = [row for row in rows if row["status"] == "failed"]
    assert len(failed) == 1 and "HDR afterloader" in failed[0]["message"]
    targets = [row for row in rows if row["role"] == "target"]
    assert {row["seeds"] for row in targets} == {str(SEEDS)}
    assert all(float(row["d90_gy"]) > 0 and float(row["v100"]) <= 1 for row in targets)
    assert {row["roi"] for row in rows if row["role"] == "organ"} == {"Aorta"}


def test_a_dose_that_came_with_the_plan_is_compared(reference):
    compared = [row for row in rows_of(reference[0]) if row["input_metrics"] == "RTDOSE"]
    assert len(compared) == 2
    for row in compared:
        # Same engine, same seeds: what is left is the 16-bit step of the file and the fast table (0.1 %).
        assert float(row["difference_p95"]) < 2e-3
        assert row["points"] == "1000" and row["gamma_1pc_1mm"] == "1"
        assert float(row["input_d90_gy"]) == pytest.approx(
            float(row["d90_gy"]), rel=3e-3
        )  # between voxels of 2 mm, around eight seeds


def test_no_identity_unless_asked(cohort, reference, tmp_path):
    text = reference[0].read_text() + (reference[0].parent / "summary.html").read_text()
    for secret in ("COHORT-", "Cohort^", "implant_0001", str(cohort)):
        assert secret not in text
    out = tmp_path / "results.csv"
    key = tmp_path / "key.csv"
    options = replace(COARSE, identify=True)
    recompute([cohort / "plain"], out, options, where=Executor(1), summary=False, key_file=key)
    assert "COHORT-00002" in out.read_text() and "implant_0001" in out.read_text()
    assert {row["case"] for row in rows_of(key)} == {row["case"] for row in rows_of(out)}


def test_processes_give_the_same_bytes(cohort, reference, tmp_path):
    recompute([cohort], tmp_path / "results.csv", COARSE, where=Executor(2), parquet=True)
    for name in ("results.csv", "results.parquet", "summary.html"):
        assert (tmp_path / name).read_bytes() == (reference[0].parent / name).read_bytes(), name


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(cohort, reference, tmp_path):
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with cluster(tmp_path) as (address, workers):

        def progress(done, total, failed):
            if done == 1:
                workers[0].send_signal(signal.SIGKILL)

        out = tmp_path / "results.csv"
        report = recompute(
            [cohort], out, COARSE, where=Executor(scheduler=address), summary=False, progress=progress
        )
        workers[0].wait(10)
    assert report.plans == 5 and out.read_bytes() == reference[0].read_bytes()


def test_killed_and_resumed_gives_the_same_bytes(cohort, reference, tmp_path):
    (tmp_path / "tests_options.py").write_text(
        "from dataclasses import replace\nfrom tps.batch.options import RecomputeOptions\n"
        "from tps.model import Protocol\n"
        "COARSE = RecomputeOptions(protocol=replace(Protocol(), dose_grid_mm=4.0))\n"
    )
    (tmp_path / "run.py").write_text(RUN)
    out = tmp_path / "results.csv"
    environment = dict(os.environ, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "run.py"), str(out), str(cohort)], env=environment
    )
    journal = journal_path(out)
    deadline = time.monotonic() + 120
    while not journal.exists() or journal.read_bytes().count(b"\n") < 2:
        assert time.monotonic() < deadline and process.poll() is None
        time.sleep(0.01)
    process.kill()
    assert process.wait() == -signal.SIGKILL and not out.exists()
    journal.write_bytes(journal.read_bytes() + b'{"crc32":"0000')  # and the power went, too
    report = recompute([cohort], out, COARSE, where=Executor(1), resume=True)
    assert 1 <= report.resumed < report.plans
    assert out.read_bytes() == reference[0].read_bytes()
    assert (tmp_path / "summary.html").read_bytes() == (reference[0].parent / "summary.html").read_bytes()


def test_ctrl_c_says_how_to_go_on(cohort, reference, tmp_path):
    # On a busy machine so small a run may be over before the signal comes: then it is run again.
    for attempt in range(5):
        out = tmp_path / f"results_{attempt}.csv"
        code, said = interrupted(cohort, out)
        if not out.exists():
            break
    assert code == 130 and "--resume" in said and "Traceback" not in said
    assert not out.exists()


def interrupted(cohort, out) -> tuple[int, str]:
    """Exit code and messages of a run that gets Ctrl-C as soon as its journal has something in it."""
    # A process started by one that ignores Ctrl-C would ignore it too.
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        " from tps.cli.app import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "recompute", str(cohort), "--out", str(out), "--no-summary"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    journal = journal_path(out)
    deadline = time.monotonic() + 120
    while process.poll() is None and (not journal.exists() or not journal.stat().st_size):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said = process.communicate()[1]
    return process.returncode, said


def test_resume_computes_what_changed_again(cohort, tmp_path):
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(cohort / "with_dose", copy)
    out = tmp_path / "results.csv"
    recompute([copy], out, COARSE, where=Executor(1), summary=False)
    first = rows_of(out)
    plan = copy / "implant_0001" / "RP.dcm"
    data = pydicom.dcmread(plan)
    data.SourceSequence[0].ReferenceAirKermaRate = data.SourceSequence[0].SourceStrength = "0.600000"
    data.save_as(plan)
    report = recompute([copy], out, COARSE, where=Executor(1), summary=False, resume=True)
    second = rows_of(out)
    assert (report.resumed, report.failures) == (1, {})
    assert second[0] == first[0]
    assert float(second[2]["d90_gy"]) == pytest.approx(1.2 * float(first[2]["d90_gy"]), rel=1e-6)
    # Other choices: nothing of the earlier run holds.
    other = replace(COARSE, variants=(Variant("what-if", formalism="1d"),))
    assert recompute([copy], out, other, where=Executor(1), summary=False, resume=True).resumed == 0


def compared(cohort, tmp_path, what_if):
    options = replace(COARSE, variants=variants_of(what_if, True), organs=False)
    out = tmp_path / "results.csv"
    recompute([cohort / "plain" / "implant_0000"], out, options, where=Executor(1), summary=False)
    planned, changed = rows_of(out)
    assert (planned["variant"], changed["variant"]) == ("as-planned", "what-if")
    ratio = float(changed["d90_gy"]) / float(planned["d90_gy"])
    assert float(changed["d90_change"]) == pytest.approx(ratio - 1, abs=1e-7)
    return ratio, changed


@pytest.mark.parametrize(
    ("what_if", "ratio"),
    [
        (Variant(strength_factor=1.1), 1.1),
        (Variant(half_life_days=29.7), 0.5),  # I-125 has 59.40 days
        (Variant(days=59.4), 0.5),
        (Variant(to_date="2026-04-30T19:06"), 0.5),  # 59.4 days after 2 March, 9:30
    ],
)
def test_what_if_scales_as_it_must(cohort, tmp_path, what_if, ratio):
    found, row = compared(cohort, tmp_path, what_if)
    assert found == pytest.approx(ratio, rel=1e-6)  # strengths are float32 in the fast engine
    assert float(row["strength_u"]) == pytest.approx(0.5 * what_if.strength_factor)


@pytest.mark.parametrize("what_if", [Variant(formalism="1d"), Variant(source="i125_selectseed_130_002")])
def test_other_data_change_the_dose(cohort, tmp_path, what_if):
    ratio, row = compared(cohort, tmp_path, what_if)
    assert 0.8 < ratio < 1.2 and abs(ratio - 1) > 1e-3
    assert row["formalism"] == what_if.formalism and what_if.source in ("", row["source"])


def test_doses_are_written_when_asked_for(cohort, tmp_path):
    from tps.dicom.rt.rtdose_read import read_dose

    out, doses = tmp_path / "results.csv", tmp_path / "doses"
    options = replace(COARSE, write_dose=str(doses))
    paths = [cohort / "plain" / "implant_0000"]
    recompute(paths, out, options, where=Executor(1), summary=False)
    (file,) = doses.iterdir()
    row = rows_of(out)[0]
    assert file.name == f"{row['case']}_as-planned.dcm"
    data = pydicom.dcmread(file)
    assert data.PatientID == row["patient"] and str(data.PatientName) == ""
    assert list(data.PixelSpacing) == [0.6, 0.6]  # as `tps plan` writes it
    assert read_dose(file).plan_uid == pydicom.dcmread(paths[0] / "RP.dcm").SOPInstanceUID
    with pytest.raises(OutputRefused):
        recompute(paths, tmp_path / "other.csv", options, where=Executor(1), summary=False)
    file.unlink()
    assert recompute(paths, out, options, where=Executor(1), summary=False, resume=True).resumed == 0
    assert file.exists()


def test_runs_of_two_names_in_one_folder(cohort, tmp_path):
    """Each table has a page of its own; the usual name has the usual page."""
    path = cohort / "plain" / "implant_0000"
    pages = [
        recompute([path], tmp_path / name, COARSE, where=Executor(1)).summary.name
        for name in ("results.csv", "again.csv", "again.2d.csv")
    ]
    assert pages == ["summary.html", "again.summary.html", "again.2d.summary.html"]
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix == ".html") == sorted(pages)
    with pytest.raises(OutputRefused, match="again.csv"):
        recompute([path], tmp_path / "again.csv", COARSE, where=Executor(1))


def test_copies_that_were_left_out_are_told(cohort, tmp_path, capsys):
    shutil.copytree(cohort / "plain" / "implant_0000", tmp_path / "tree" / "one")
    shutil.copytree(cohort / "plain" / "implant_0000", tmp_path / "tree" / "two")
    report = recompute([tmp_path / "tree"], tmp_path / "out.csv", COARSE, where=Executor(1), summary=False)
    (copies,) = report.copies.values()
    assert report.plans == 1 and copies == (str(tmp_path / "tree" / "two" / "RP.dcm"),)
    print_recomputed(report, as_json=False)
    assert f"left out: {copies[0]}" in capsys.readouterr().err
    print_recomputed(report, as_json=True)
    assert list(copies) in json.loads(capsys.readouterr().out)["left_out_copies"].values()


def test_the_mean_difference_is_told_first(reference, capsys):
    """A wrong strength shows there to its full size, and hardly in gamma."""
    print_recomputed(reference[1], as_json=False)
    out = capsys.readouterr().out
    assert "stored doses against ours: mean difference at most" in out and "above 0 the stored dose" in out
    names = [name for name, _, _ in COLUMNS]
    assert names.index("difference_mean") < names.index("difference_p95") < names.index("gamma_2pc_2mm")
    page = (reference[0].parent / "summary.html").read_text()
    assert page.index("mean difference from the stored dose") < page.index("gamma 2 %/2 mm passed")


def mutants(value):
    """Other values in the place of one: of another kind, nothing, or gone wrong."""
    yield from (None, "text", "\x1b[2J", -1, 1e300, 10**400, True, [], {}, [value])


def edits(entry):
    """An entry with each of its parts taken out or put otherwise."""
    for name in entry:
        if name != "case":
            yield {k: v for k, v in entry.items() if k != name}
            yield from (entry | {name: value} for value in mutants(entry[name]))
    for name in entry["rows"][0]:
        first = entry["rows"][0]
        for row in (
            {k: v for k, v in first.items() if k != name},
            *(first | {name: v} for v in mutants(first[name])),
        ):
            yield entry | {"rows": [row, *entry["rows"][1:]]}
    yield entry | {"case": 7}
    yield entry | {"rows": [entry["rows"][0] | {"unknown": 1}]}


def test_an_edited_journal_with_a_fitting_checksum_is_refused_or_taken_and_never_a_fault(cohort, tmp_path):
    path, out = cohort / "plain" / "implant_0000", tmp_path / "results.csv"
    recompute([path], out, COARSE, where=Executor(1))
    journal = journal_path(out)
    entry = decode(journal.read_bytes())
    refused = 0
    for number, changed in enumerate(edits(entry)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("tps.batch.summary.draw_case", no_picture)
            patch.setattr("tps.batch.summary.distribution_picture", lambda panels, language: b"")
            patch.setattr("tps.batch.recompute._recompute_one", lambda item, options: entry)
            journal.write_bytes(encode(changed))
            try:
                recompute([path], out, COARSE, where=Executor(1), resume=True)
            except BadInput as error:
                assert "line 1 of the journal" in str(error), number
                refused += 1
    assert refused > number / 2


def no_picture(wanted, language):
    raise BadInput("no picture in this test")


def test_nothing_is_written_over_and_nothing_without_a_plan(cohort, reference, tmp_path):
    before = reference[0].read_bytes()
    with pytest.raises(OutputRefused, match="--resume"):
        recompute([cohort], reference[0], COARSE)
    assert reference[0].read_bytes() == before
    with pytest.raises(BadInput, match="no plan found"):
        recompute([tmp_path], tmp_path / "results.csv", COARSE)
    with pytest.raises(BadInput, match="there is nothing"):
        recompute([tmp_path / "none"], tmp_path / "results.csv", COARSE)
    with pytest.raises(WrongUsage):
        recompute([cohort], tmp_path / "results.csv", COARSE, resume=True, overwrite=True)
    with pytest.raises(WrongUsage, match=r"ends in \.csv or \.parquet"):
        recompute([cohort], tmp_path / "results.txt", COARSE)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "results.csv").mkdir()
    with pytest.raises(OutputRefused, match="is a folder"):
        recompute([cohort], tmp_path / "results.csv", COARSE, overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["results.csv"]


def test_identifiers_stay_out_of_messages_and_warnings(cohort, tmp_path):
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(cohort / "plain", copy)
    (copy / "implant_0000" / "RS.dcm").unlink()  # its message names the UID that is missing
    shutil.copy(copy / "implant_0002" / "RP.dcm", copy / "Mustermann.dcm")
    uid = pydicom.dcmread(copy / "implant_0000" / "RP.dcm").ReferencedStructureSetSequence[0]
    recompute([copy], tmp_path / "results.csv", COARSE, where=Executor(1), summary=False)
    text = (tmp_path / "results.csv").read_text()
    assert "the RTSTRUCT it refers to (<UID>) is not among the files" in text
    assert "not a seed implant | Expected: a permanent seed implant" in text
    assert uid.ReferencedSOPInstanceUID not in text and "Mustermann" not in text
    options = replace(COARSE, identify=True)
    recompute([copy], tmp_path / "known.csv", options, where=Executor(1), summary=False)
    assert uid.ReferencedSOPInstanceUID in (tmp_path / "known.csv").read_text()


def test_parquet_without_pyarrow(monkeypatch, cohort, tmp_path):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(WrongUsage, match=r"seedwright\[tables\]"):
        recompute([cohort], tmp_path / "results.parquet", COARSE)


def test_the_summary_shows_pictures_and_failures(reference):
    page = (reference[0].parent / "summary.html").read_text()
    assert page.count("data:image/png;base64,") == 1 + 4 + 2  # histograms, least covered, most different
    assert "no picture" not in page and "Could not be computed: 1 of 5 plans" in page
    assert "Not for clinical use" in page and "http" not in page
    assert "Used for 4 targets: i125_6711 (data level A), 2D" in page


def test_colours_tell_differences_of_their_size_apart():
    assert [difference_scale(d) for d in (0.0, 0.0004, 0.002, 0.08, 5.0)] == [0.001, 0.001, 0.003, 0.1, 0.3]


def test_a_figure_that_is_the_same_everywhere_is_one_bar():
    from matplotlib.image import imread

    def coloured(values):
        pixels = imread(BytesIO(distribution_picture([("x", {"as-planned": np.array(values)})])))
        return np.mean(pixels[..., 2] - pixels[..., 0] > 0.2)

    assert 0 < coloured([1.0, 1.0, 1.0]) < 0.1 < coloured([0.0, 0.5, 1.0, *np.linspace(0, 1, 21)])


def test_command_line(cohort, tmp_path):
    run = [sys.executable, "-m", "tps.cli", "recompute"] if (ROOT / "tps/cli/__main__.py").exists() else None
    run = run or [sys.executable, "-c", "from tps.cli.app import main; main()", "recompute"]
    out = tmp_path / "results.csv"
    done = subprocess.run(
        [*run, str(cohort / "plain"), "--out", str(out), "--no-summary", "--workers", "1", "--json"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 4, done.stderr
    assert json.loads(done.stdout)["failed"] == 1 and "HDR" in done.stderr
    assert len(rows_of(out)) == 5
    done = subprocess.run(
        [*run, str(cohort / "plain"), "--out", str(tmp_path / "b.csv"), "--compare"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 2 and "--compare needs something" in done.stderr
