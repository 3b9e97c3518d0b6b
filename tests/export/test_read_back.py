"""Files read back after writing: what was changed on the way to the disk is found before anybody sees it."""

from dataclasses import replace

import numpy as np
import pytest
from export_case import make_case, plan_folder_files, small_plan
from pydicom import dcmread

from tps.errors import PlanRefused
from tps.export.plan_json import read_plan_json
from tps.export.read_back import read_back
from tps.sources.library import load_source


@pytest.fixture
def folder(tmp_path):
    """A plan folder as it lies on disk, its sums left out."""
    files = plan_folder_files(make_case(tmp_path / "case"), small_plan(), load_source("i125_6711"))
    out = tmp_path / "plan"
    out.mkdir()
    for name, content in files.items():
        (out / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return out


def change(path, edit):
    dataset = dcmread(path)
    edit(dataset)
    dataset.save_as(path)


def test_what_was_written_is_what_is_read(folder):
    found = read_back(folder, read_plan_json(folder), load_source("i125_6711"))
    assert found.seeds == 12 and found.voxels >= 30
    assert 0 < found.max_relative_difference < 0.01
    assert found.entry()["files"] == ["RTPLAN.dcm", "RTDOSE.dcm"]


def test_a_dose_of_other_seeds_is_found(folder):
    """RT Plan and plan.json agree, the dose is 5 % too high."""

    def stronger(dataset):
        dataset.DoseGridScaling = float(dataset.DoseGridScaling) * 1.05

    change(folder / "RTDOSE.dcm", stronger)
    with pytest.raises(PlanRefused, match="RTDOSE.dcm: the dose at"):
        read_back(folder, read_plan_json(folder), load_source("i125_6711"))


def test_a_seed_that_moved_on_the_way_is_found(folder):
    def moved(dataset):
        for point in dataset.ApplicationSetupSequence[0].ChannelSequence[0].BrachyControlPointSequence[:2]:
            place = np.array(point.ControlPoint3DPosition, float) + [0, 0, 1.0]
            point.ControlPoint3DPosition = [f"{v:.4f}" for v in place]

    change(folder / "RTPLAN.dcm", moved)
    with pytest.raises(PlanRefused, match="RTPLAN.dcm: the seed at .* lies elsewhere"):
        read_back(folder, read_plan_json(folder), load_source("i125_6711"))


def test_other_data_than_the_plans_are_found(folder):
    """All files agree among each other; the source model in hand gives another dose."""
    with pytest.raises(PlanRefused, match="RTDOSE.dcm differs by up to .* from the dose of the seeds in"):
        read_back(folder, read_plan_json(folder), load_source("i125_6702"))


def test_a_plan_without_seeds_has_nothing_to_read_back(folder):
    for name in ("RTPLAN.dcm", "RTDOSE.dcm"):
        (folder / name).unlink()
    assert read_back(folder, read_plan_json(folder), load_source("i125_6711")) is None


def test_a_plan_that_found_no_seeds_is_handed_out(tmp_path):
    """Its tables have headings and nothing below; it used to be refused as contradicting itself."""
    plan = replace(small_plan(), seeds=(), needles=(), status="not-met")
    files = plan_folder_files(make_case(tmp_path / "case"), plan, load_source("i125_6711"))
    for name in ("plan.json", "seeds.csv", "needles.csv"):
        (tmp_path / name).write_text(files[name], encoding="utf-8")
    assert read_back(tmp_path, read_plan_json(tmp_path), load_source("i125_6711")) is None
    (tmp_path / "seeds.csv").write_text(files["seeds.csv"] + "1,1,0,0,0,0,0,1,0.7\n", encoding="utf-8")
    with pytest.raises(PlanRefused, match="1 seeds, plan.json has none"):
        read_back(tmp_path, read_plan_json(tmp_path), load_source("i125_6711"))
