"""``tps inspect``: one screen about a folder, and the same as JSON."""

import csv
import json
import shlex

import numpy as np
import pytest
import SimpleITK as sitk
from made_dicom import blank, ct_slices, rtstruct, square, write, write_series
from made_masks import segmentation
from made_plans import rtdose, wild_plan
from typer.testing import CliRunner

from tps.cli.app import app
from tps.cli.inspect import inspect_command
from tps.dicom.inventory import take_inventory
from tps.errors import BadInput

GTV = {"GTV": [square(-8, -2, z) for z in (32.5, 35.0)], "Empty": []}


def shown(path, capsys):
    inspect_command(path)
    text = capsys.readouterr().out
    assert len(text.splitlines()) < 40, "more than a screen"
    assert "Made" not in text, "a patient's name"
    return text


def test_a_complete_case(tmp_path, capsys):
    write_series(ct_slices(), tmp_path / "ct")
    write(rtstruct(GTV), tmp_path / "rs.dcm")
    write(wild_plan(), tmp_path / "rp.dcm")
    write(rtdose(np.ones((3, 4, 5)), (0, 1, 2)), tmp_path / "rd.dcm")
    write(blank("1.2.840.10008.5.1.4.1.1.7", "1.2.6", "CT"), tmp_path / "capture.dcm")
    (tmp_path / "readme.txt").write_text("hello")
    text = shown(tmp_path, capsys)
    for words in (
        "CT series 7  4 images, HFS",
        "12 x 16 x 4 voxels of 1.2 x 0.8 x 2.5 mm, from [-10.0, -12.0, 30.0] to [3.2, 0.0, 37.5] mm",
        "1 region (contours): GTV (2); empty: Empty",
        "36 seeds of I-125, 0.531 U each, 145 Gy",
        "5 x 4 x 3 points, up to 1 Gy, 0 DVHs",
        "1 x not DICOM",
        "1 x Secondary Capture Image",
        f"can do: tps plan {tmp_path} --structures {tmp_path / 'rs.dcm'} --target GTV --out DIR",
        f"can do: tps recompute {tmp_path}",
    ):
        assert words in text, text
    assert "wrong:" not in text


def test_json(tmp_path, capsys):
    write_series(ct_slices(), tmp_path / "ct")
    write(rtstruct(GTV), tmp_path / "rs.dcm")
    inspect_command(tmp_path, as_json=True)
    found = json.loads(capsys.readouterr().out)
    (series,), (structures,) = found["series"], found["objects"]
    assert series["geometry"]["shape_zyx"] == [4, 16, 12] and series["problem"] == ""
    assert series["geometry"]["low_mm"] == [-10.0, -12.0, 30.0]
    assert structures["rois"] == ["GTV"] and structures["kind"] == "RT Structure Set"
    assert found["damaged"] == [] and len(found["advice"]) == 1


def test_two_series_are_listed_with_what_is_wrong(tmp_path, capsys):
    write_series(ct_slices(), tmp_path / "good")
    bad = ct_slices((6, 8, 8), SeriesInstanceUID="1.2.77", SeriesNumber=8)
    del bad[3]
    write_series(bad, tmp_path / "bad")
    text = shown(tmp_path, capsys)
    assert "1.2.3.4.2" in text and "1.2.77" in text
    assert "wrong: 1 of 4 slice steps are uneven: 5.00 mm between" in text
    assert "--series 1.2.3.4.2 --out DIR" in text


def test_damaged_files_are_named(tmp_path, capsys):
    folder = write_series(ct_slices(), tmp_path)
    file = folder / "7.dcm"
    file.write_bytes(file.read_bytes()[:-50])
    (folder / "empty.dcm").write_bytes(b"")
    text = shown(tmp_path, capsys)
    assert "damaged  7.dcm" in text and "cut short" in text and "damaged  empty.dcm" in text


def test_structures_of_another_scan(tmp_path, capsys):
    write_series(ct_slices(), tmp_path / "ct")
    write(rtstruct(GTV, frame="1.9", study="1.8"), tmp_path / "rs.dcm")
    text = shown(tmp_path, capsys)
    assert "wrong: the structures belong to another scan" in text
    assert "--target-sphere" in text, "these structures must not be advised"


def test_label_maps(tmp_path, capsys):
    write_series(ct_slices(), tmp_path / "ct")
    values = np.zeros((4, 16, 12), np.uint8)
    values[1:3, 4:8, 4:8] = 1
    image = sitk.GetImageFromArray(values)
    image.SetOrigin((-10, -12, 30))
    image.SetSpacing((1.2, 0.8, 2.5))
    sitk.WriteImage(image, str(tmp_path / "liver.nii.gz"))
    text = shown(tmp_path, capsys)
    assert "label map  liver.nii.gz" in text and "liver (2)" in text and "--target liver " in text


def test_segmentations(tmp_path, capsys):
    ct = ct_slices()
    write_series(ct_slices(), tmp_path / "ct")
    values = np.zeros((4, 16, 12), np.uint8)
    values[1:3, 4:8, 4:8] = 4
    write(segmentation(values, ct), tmp_path / "seg.dcm")
    text = shown(tmp_path, capsys)
    assert "Segmentation  seg.dcm" in text and "GTV (2); empty: Liver, Nothing" in text


def test_files_and_zips(tmp_path, capsys):
    path = write(wild_plan(), tmp_path / "rp.dcm")
    assert "36 seeds" in shown(path, capsys)
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text("hello")
    assert "can do: no CT here to plan on" in shown(tmp_path / "text", capsys)
    with pytest.raises(BadInput, match="no such file"):
        take_inventory(tmp_path / "nowhere")


def advised(path, capsys, start):
    return [line for line in shown(path, capsys).splitlines() if line.startswith(f"can do: {start}")]


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (("Urethra", "Target"), "Target"),
        (("Rectum", "GTV_liver1"), "GTV_liver1"),
        (("Cord", "\u9776\u533a 1"), "\u9776\u533a 1"),
        (("Lung met", "Aorta"), "Lung met"),
        (("Metal clip", "Lesion-2"), "Lesion-2"),
    ],
)
def test_the_region_called_a_target_is_offered_as_one(tmp_path, capsys, names, chosen):
    write_series(ct_slices(), tmp_path / "ct")
    dataset = rtstruct(dict.fromkeys(names, GTV["GTV"]))
    for item in dataset.RTROIObservationsSequence:
        item.RTROIInterpretedType = ""
    dataset.SpecificCharacterSet = "ISO_IR 192"
    write(dataset, tmp_path / "rs.dcm")
    (command,) = advised(tmp_path, capsys, "tps plan")
    assert f"--target {shlex.quote(chosen)} --out" in command


def test_the_region_marked_as_a_target_goes_before_others(tmp_path, capsys):
    write_series(ct_slices(), tmp_path / "ct")
    dataset = rtstruct({"A": GTV["GTV"], "B": GTV["GTV"]})
    dataset.RTROIObservationsSequence[0].RTROIInterpretedType = "ORGAN"
    write(dataset, tmp_path / "rs.dcm")
    assert "--target B --out" in advised(tmp_path, capsys, "tps plan")[0]


def seed_plan_folder(folder, **changes):
    """A seed plan of another system with its structures; regions carry no type."""
    dataset = wild_plan()
    for item in dataset.SourceSequence:
        for keyword, value in changes.items():
            setattr(item, keyword, value)
    write(dataset, folder / "rp.dcm")
    planes = np.arange(-2.0, 40.0, 3.0)
    structures = rtstruct({name: [square(-60, 30, z) for z in planes] for name in ("Urethra", "Target")})
    for item in structures.RTROIObservationsSequence:
        item.RTROIInterpretedType = ""
    write(structures, folder / "rs.dcm")
    return dataset


@pytest.mark.parametrize(
    ("maker", "model", "chosen"),
    [
        ("IsoAid", "", "i125_isoaid_iai125a"),
        ("Best Medical", "seed", "i125_best_2301"),
        ("somebody", "X-1", "i125_6711"),
        ("Amersham", "", "i125_6711"),
    ],
)
def test_the_recommended_command_works_for_a_source_called_by_its_maker(
    tmp_path, capsys, maker, model, chosen
):
    """And the same command without what was recommended says on the screen what to do."""
    folder = tmp_path / "patient"
    seed_plan_folder(folder, SourceManufacturer=maker, SourceModelID=model, SourceDescription="")
    text = shown(folder, capsys)
    assert "names no single model here: say with --assume-source" in text and f"({chosen}, " in text
    (command,) = [line for line in text.splitlines() if line.startswith("can do: tps recompute")]
    assert f"--assume-source {chosen}" in command and "--target Target" in command
    words = shlex.split(command.removeprefix("can do: tps recompute "))
    out = tmp_path / "results.csv"
    found = CliRunner().invoke(app, ["recompute", *words[:-1], str(out), "--workers", "1", "--no-summary"])
    assert found.exit_code == 0, found.output
    row = next(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert (row["source"], row["status"]) == (chosen, "ok") and "is assumed: the plan calls it" in row[
        "warnings"
    ]
    plain = ["recompute", str(folder), "--out", str(tmp_path / "plain.csv"), "--workers", "1"]
    found = CliRunner().invoke(app, plain)
    assert found.exit_code == 4 and "--assume-source MODEL" in found.stderr


def test_a_seed_plan_that_names_its_model_needs_no_more(tmp_path, capsys):
    seed_plan_folder(tmp_path, SourceDescription="i125_6711")
    assert "--assume-source" not in shown(tmp_path, capsys)


def test_a_seed_plan_without_structures_or_dose_is_told_what_it_lacks(tmp_path, capsys):
    dataset = wild_plan()
    for item in dataset.FractionGroupSequence[0].ReferencedBrachyApplicationSetupSequence:
        del item.BrachyApplicationSetupDose
    write(dataset, tmp_path / "a" / "rp.dcm")
    assert "put its RTSTRUCT beside it" in shown(tmp_path / "a", capsys)
    write(rtstruct(GTV), tmp_path / "a" / "rs.dcm")
    assert "--prescription-gy GY" in advised(tmp_path / "a", capsys, "tps recompute")[0]


def test_an_ion_plan_is_named(tmp_path, capsys):
    plan = wild_plan()
    plan.SOPClassUID = plan.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.481.8"
    write(plan, tmp_path / "rp.dcm")
    assert "wrong: is an external-beam plan, not a seed implant" in shown(tmp_path, capsys)


def test_a_tilted_series_can_be_resampled(shared_data, capsys):
    text = shown(shared_data / "head-tilt-ge", capsys)
    assert "wrong: the slices are not stacked" in text and "read it with --resample" in text
    assert "1 x localizer" in text


def test_afterloader_plan_is_named(shared_data, capsys):
    text = shown(shared_data / "hdr-vitesse-phantom", capsys)
    assert "wrong: is an HDR afterloader plan, not a seed implant" in text
    assert "up to 2043 Gy, 3 DVHs" in text


@pytest.mark.parametrize("name", ["limb-sts-025", "lung-4d-113", "mini-rt-utils", "mini-dicompyler-core"])
def test_real_folders_fit_a_screen(shared_data, capsys, name):
    assert "CT series" in shown(shared_data / name, capsys)


def test_every_folder_gets_advice(shared_data, tmp_path, capsys):
    for name in ("hdr-vitesse-phantom", "hdr-waterphantom-pytg43"):
        assert "can do: no CT here to plan on" in shown(shared_data / name, capsys)
    text = shown(shared_data / "mini-dicompyler-core", capsys)
    assert "can do: series 2: give the folder with all images" in text
    write_series(ct_slices(), tmp_path)
    (tmp_path / "7.dcm").write_bytes(b"")
    assert "can do: copy or export the damaged files again" in shown(tmp_path, capsys)


def test_the_structures_with_the_fewest_remarks_are_advised(shared_data, capsys):
    text = shown(shared_data / "mini-rt-utils", capsys)
    assert "mock_data/rt.dcm --target ROI-1 --series" in text


def test_commands_can_be_pasted_and_text_cannot_steer_the_terminal(tmp_path, capsys):
    folder = tmp_path / "with space"
    write_series(ct_slices(SeriesDescription="red \x1b[31m alert"), folder / "ct")
    structures = rtstruct({"GTV $(ls) 'x'": GTV["GTV"]}, images=["1.2.3.4.2.2"])
    write(structures, folder / "rs.dcm")
    text = shown(folder, capsys)
    assert "\x1b" not in text and "Series Description is no ASCII text" in text
    command = next(line for line in text.splitlines() if line.startswith("can do: tps plan"))
    words = shlex.split(command)
    assert words[4:9] == [str(folder), "--structures", str(folder / "rs.dcm"), "--target", "GTV $(ls) 'x'"]


def test_a_crowded_folder_still_fits_a_screen(tmp_path, capsys):
    for k in range(30):
        write_series(ct_slices((2, 4, 4), SeriesInstanceUID=f"1.2.77.{k}"), tmp_path / f"{k}")
        write(rtstruct({f"ROI {n}": [] for n in range(60)}), tmp_path / f"rs{k}.dcm")
        (tmp_path / f"bad{k}.dcm").write_bytes(b"")
    inspect_command(tmp_path)
    text = capsys.readouterr().out
    assert "and 22 more CT series" in text and "and 25 more damaged files" in text
    assert "and 22 more structures, plans and doses" in text
    assert len(text.splitlines()) < 75 and max(map(len, text.splitlines())) < 400
    inspect_command(tmp_path, as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert len(found["series"]) == len(found["objects"]) == len(found["damaged"]) == 30
