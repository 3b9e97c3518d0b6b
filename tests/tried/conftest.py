"""What several tried cases share: a scan and a plan of it."""

import zipfile
from pathlib import Path

import pytest
from tried_cases import HOSTILE, planned, volume_cc


@pytest.fixture(scope="module")
def scan(tmp_path_factory) -> Path:
    """The scan that the hostile structure sets are drawn on, and one with a wall of bone."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, archive in (("ct", "ct.zip"), ("bone", "ct_bone370.zip")):
        with zipfile.ZipFile(HOSTILE / archive) as file:
            file.extractall(folder / name)
    return folder


@pytest.fixture(scope="module")
def good_plan(scan) -> Path:
    done, plan = planned(scan, HOSTILE / "rs_ok.dcm", target="Target", out="good")
    assert done.code == 0 and volume_cc(plan, "Target") == pytest.approx(2.136, rel=0.01)
    return scan / "good"
