"""``tps phantom``: what it prints, and how it refuses."""

import json
import shlex

import pytest
import typer

import phantoms
from tps import NOT_FOR_CLINICAL_USE
from tps.cli.phantom import phantom_command
from tps.errors import BadInput, OutputRefused, UnknownName, WrongUsage


def run(*arguments):
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(phantom_command)
    app(list(arguments), standalone_mode=False)


@pytest.mark.patient
def test_it_writes_and_says_where(tmp_path, capsys):
    out = tmp_path / "patient"
    run("lung_nodule", "--out", str(out), "--slice-mm", "10", "--position", "FFS", "--seed", "2", "--json")
    result = json.loads(capsys.readouterr().out)
    assert result["position"] == "FFS" and result["plannable"] is True
    truth = json.loads((out / "truth.json").read_text())
    assert result["targets_cc"] == {"Target": truth["rois"]["Target"]["volume_cc"]}
    assert truth["options"] == {"name": "lung_nodule", "slice_mm": 10.0, "position": "FFS", "seed": 2}
    with pytest.raises(OutputRefused, match="--overwrite"):
        run("lung_nodule", "--out", str(out))
    run("walled_in", "--out", str(out), "--slice-mm", "10", "--overwrite")
    text = capsys.readouterr().out
    assert "Not plannable" in text and "Target: 5.58 cc" in text and str(out / "rtstruct.dcm") in text
    run("walled_in", "--out", str(out), "--slice-mm", "10", "--overwrite", "--no-lesions")
    assert "Target" not in capsys.readouterr().out


@pytest.mark.patient
def test_it_says_how_to_plan_what_it_wrote(tmp_path, capsys):
    out = tmp_path / "my patient"
    run("small_lung_nodule", "--out", str(out), "--slice-mm", "4")
    said = capsys.readouterr().out
    assert NOT_FOR_CLINICAL_USE in said
    words = shlex.split(next(line for line in said.splitlines() if "tps plan" in line))
    assert words[:5] == ["tps", "plan", str(out / "ct"), "--structures", str(out / "rtstruct.dcm")]
    truth = json.loads((out / "truth.json").read_text())
    given = list(zip(words[5::2], words[6::2], strict=True))
    assert [v for k, v in given if k == "--avoid"] == truth["avoid"]
    assert (
        ("--target", "Target") in given
        and ("--activity-mci", "1.3") in given
        and given[-1] == ("--out", "plan")
    )


def test_it_lists(capsys):
    run("--list")
    listed = capsys.readouterr().out
    assert all(name in listed for name in phantoms.names())
    run("--list", "--json")
    assert tuple(json.loads(capsys.readouterr().out)) == phantoms.names()


def test_it_refuses_with_the_planning_system_s_own_errors(tmp_path):
    out = str(tmp_path / "out")
    with pytest.raises(UnknownName, match="lymph_node"):
        run("limph_node", "--out", out)
    with pytest.raises(WrongUsage, match="--list"):
        run("lymph_node")
    with pytest.raises(WrongUsage, match="--list"):
        run("--out", out)
    with pytest.raises(BadInput, match="HFS, HFP"):
        run("lymph_node", "--out", out, "--position", "HFL")
    with pytest.raises(BadInput, match="0.5 to 10"):
        run("lymph_node", "--out", out, "--slice-mm", "0")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputRefused, match="no folder can be made"):
        run("lymph_node", "--out", str(tmp_path / "file" / "out"), "--slice-mm", "10")
