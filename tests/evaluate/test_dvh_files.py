"""``tps dvh``: any structure set in any dose, against closed forms.

The bodies are those that contours stand for: a cylinder drawn on n planes is n planes thick; a cone ends flat
half a plane below its lowest plane and in a point above the others.
"""

import csv
import io
import json
import sys
from dataclasses import replace

import numpy as np
import pytest
from drawn_shapes import polar_ring, structure
from export_case import make_case
from made_dicom import FRAME
from made_plans import rtdose

from tps.cli.app import main
from tps.dicom.rt.header import encode
from tps.dicom.rt.rtdose_read import read_dose
from tps.dicom.rt.write_rtstruct import build_rtstruct
from tps.errors import BadInput, UnknownName
from tps.evaluate.dvh import Dvh
from tps.export.dose_tables import curve_grid
from tps.pipeline.stored_dose import dvhs_of_files

# The issue at hand is sampling: half a percent of the dose is what a planner may round away.
HALF_A_PERCENT = 0.005

FRACTIONS = (0.98, 0.95, 0.9, 0.5, 0.1, 0.02)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    case = make_case(tmp_path_factory.mktemp("any"))
    return replace(case, identity=replace(case.identity, frame_of_reference_uid=FRAME))


def ring(z, radius, centre=(0.0, 0.0), count=180):
    """A polygon with the area of the circle."""
    radius = radius * np.sqrt(2 * np.pi / count / np.sin(2 * np.pi / count))
    return polar_ring(lambda angle: np.full_like(angle, radius), centre, z, count)


def cylinder(volume_cc, dz):
    """Contours of a cylinder about as high as wide, its radius and height."""
    height = max(3, round((volume_cc * 1000 * 4 / np.pi) ** (1 / 3) / dz)) * dz
    radius = np.sqrt(volume_cc * 1000 / np.pi / height)
    planes = np.arange(-height / 2 + dz / 2, height / 2, dz)
    return structure([ring(z, radius) for z in planes], "Body"), radius, height


def cone(volume_cc, dz):
    """Contours of a cone that stands on its flat end, with a radius of half its height."""
    height = (volume_cc * 1000 * 12 / np.pi) ** (1 / 3)
    planes = np.arange(0.0, height - dz / 4, dz)
    slope = 0.5
    return structure([ring(z, slope * (height - z)) for z in planes], "Body"), slope, height


def write(folder, case, shapes, dose_of, step_mm=2.5, reach_mm=25.0, bits=16, **changes):
    """RTSTRUCT and RTDOSE of a dose given as a function of x, y, z."""
    count = int(round(2 * reach_mm / step_mm)) + 1
    axis = -reach_mm + step_mm * np.arange(count)
    z, y, x = np.meshgrid(axis, axis, axis, indexing="ij")
    data = rtdose(
        dose_of(x, y, z),
        axis - axis[0],
        bits,
        origin=(axis[0], axis[0], axis[0]),
        PixelSpacing=[step_mm, step_mm],
        **changes,
    )
    structures = build_rtstruct(case, shapes)
    (folder / "rs.dcm").write_bytes(encode(structures))
    (folder / "rd.dcm").write_bytes(encode(data))
    return folder / "rs.dcm", folder / "rd.dcm"


def gradient(x, y, z):
    return 60.0 + 0.8 * x - 0.3 * y + 1.1 * z


def gaussian(x, y, z, sigma=25.0):
    return 150.0 * np.exp(-(x**2 + y**2 + z**2) / (2 * sigma**2))


def along_z(x, y, z):
    return 90.0 + 1.5 * z + 0.0 * x


SIZES = [(0.1, 1.0), (0.1, 1.5), (0.5, 1.0), (1.0, 2.0), (5.0, 3.0), (30.0, 3.0)]


@pytest.mark.parametrize(("volume_cc", "dz"), SIZES)
def test_cylinder_in_a_linear_dose(case, tmp_path, volume_cc, dz):
    body, radius, height = cylinder(volume_cc, dz)
    (found,) = dvhs_of_files(*write(tmp_path, case, [body], along_z)).regions
    assert found.volume_cc == pytest.approx(volume_cc, rel=HALF_A_PERCENT)
    assert found.outside_fraction == 0
    for fraction in FRACTIONS:
        exact = 90.0 + 1.5 * height * (0.5 - fraction)
        assert found.dvh.d_at_fraction(fraction) == pytest.approx(exact, rel=HALF_A_PERCENT), fraction
    assert found.dvh.mean_gy == pytest.approx(90.0, rel=1e-3)
    assert found.dvh.max_gy == pytest.approx(90.0 + 0.75 * height, rel=HALF_A_PERCENT)
    assert found.dvh.min_gy == pytest.approx(90.0 - 0.75 * height, rel=HALF_A_PERCENT)


def oblique_cylinder(height, radius, direction):
    """Doses and shares of the volume of a linear dose in a cylinder, by fine quadrature."""
    r = (np.arange(600) + 0.5) / 600 * radius
    angle = (np.arange(720) + 0.5) / 720 * 2 * np.pi
    z = ((np.arange(200) + 0.5) / 200 - 0.5) * height
    across = np.hypot(direction[0], direction[1])
    plane = (across * r[:, None] * np.cos(angle)).ravel()
    weight = np.repeat(r, len(angle))
    edges = np.linspace(-across * radius, across * radius, 4001)
    share, _ = np.histogram(plane, edges, weights=weight)
    middle = 0.5 * (edges[1:] + edges[:-1])
    dose = (60.0 + middle[:, None] + direction[2] * z).ravel()
    return dose, np.repeat(share / share.sum(), len(z)) / len(z)


def quantile(dose, weight, fraction):
    """Dose that ``fraction`` of the weight gets at least."""
    order = np.argsort(dose)[::-1]
    return float(np.interp(fraction, np.cumsum(weight[order]) - weight[order] / 2, dose[order]))


@pytest.mark.parametrize(("volume_cc", "dz"), [(0.1, 1.0), (1.0, 2.0), (5.0, 3.0)])
def test_cylinder_in_an_oblique_linear_dose(case, tmp_path, volume_cc, dz):
    body, radius, height = cylinder(volume_cc, dz)
    (found,) = dvhs_of_files(*write(tmp_path, case, [body], gradient)).regions
    dose, weight = oblique_cylinder(height, radius, (0.8, -0.3, 1.1))
    for fraction in FRACTIONS:
        exact = quantile(dose, weight, fraction)
        assert found.dvh.d_at_fraction(fraction) == pytest.approx(exact, rel=HALF_A_PERCENT), fraction


@pytest.mark.parametrize(("volume_cc", "dz"), SIZES)
def test_cone_in_a_linear_dose(case, tmp_path, volume_cc, dz):
    body, slope, height = cone(volume_cc, dz)
    (found,) = dvhs_of_files(*write(tmp_path, case, [body], along_z, reach_mm=55.0)).regions
    assert found.outside_fraction == 0
    area = np.pi * (slope * height) ** 2
    whole = area * height / 3 + area * dz / 2
    assert found.volume_cc == pytest.approx(whole / 1000, rel=HALF_A_PERCENT)
    for fraction in FRACTIONS:
        wanted = fraction * whole
        # The volume above z is that of a smaller cone, or all of it and a part of the flat end.
        z = height - (wanted / area * 3 * height**2) ** (1 / 3)
        if wanted > area * height / 3:
            z = -(wanted - area * height / 3) / area
        exact = 90.0 + 1.5 * z
        assert found.dvh.d_at_fraction(fraction) == pytest.approx(exact, rel=HALF_A_PERCENT), fraction


@pytest.mark.parametrize(("volume_cc", "dz"), SIZES)
@pytest.mark.parametrize("step_mm", [1.0, 2.5])
def test_cylinder_in_a_gaussian_dose(case, tmp_path, volume_cc, dz, step_mm):
    body, radius, height = cylinder(volume_cc, dz)
    (found,) = dvhs_of_files(*write(tmp_path, case, [body], gaussian, step_mm)).regions
    # Inside a ball of radius rho the dose is higher than on it: the volume of ball and cylinder in common.
    rho = np.linspace(0.0, np.hypot(radius, height / 2), 4001)
    z = (np.arange(4000) + 0.5) / 4000 * height / 2
    section = np.minimum(radius**2, np.maximum(rho[:, None] ** 2 - z**2, 0.0))
    volume = 2 * np.pi * section.sum(axis=1) * (height / 2 / 4000) / 1000.0
    for fraction in FRACTIONS:
        exact = gaussian(np.interp(fraction * volume_cc, volume, rho), 0, 0)
        assert found.dvh.d_at_fraction(fraction) == pytest.approx(exact, rel=HALF_A_PERCENT), fraction
    for cc in (0.1, 1.0, 2.0):
        if cc <= volume_cc:
            exact = gaussian(np.interp(cc, volume, rho), 0, 0)
            assert found.metrics()[f"d{cc:g}cc_gy"] == pytest.approx(exact, rel=HALF_A_PERCENT)
    # The rim of a flat end is rounded by the step of the body's own grid.
    assert found.dvh.min_gy == pytest.approx(gaussian(radius, 0, height / 2), rel=2 * HALF_A_PERCENT)


def test_extremes_lie_on_the_surface_and_at_voxels(case, tmp_path):
    body, radius, height = cylinder(1.0, 1.0)

    def spike(x, y, z):
        values = 50.0 + 2.0 * x
        values[(np.abs(x) < 0.1) & (np.abs(y) < 0.1) & (np.abs(z) < 0.1)] = 400.0
        return values

    (found,) = dvhs_of_files(*write(tmp_path, case, [body], spike)).regions
    assert found.dvh.max_gy == pytest.approx(400.0, rel=1e-6)
    assert found.dvh.min_gy == pytest.approx(50.0 - 2.0 * radius, rel=HALF_A_PERCENT)


def test_a_region_partly_outside_the_grid_is_said_with_its_fraction(case, tmp_path):
    body, radius, height = cylinder(5.0, 2.0)
    beyond = structure([ring(z, 6.0, (40.0, 0.0)) for z in (-2.0, 0.0, 2.0)], "Beyond")
    cut = structure([ring(z, 6.0, (25.0, 0.0)) for z in (-2.0, 0.0, 2.0)], "Cut")
    found = dvhs_of_files(*write(tmp_path, case, [body, cut, beyond], along_z))
    half, gone = found.regions[1], found.regions[2]
    assert half.outside_fraction == pytest.approx(0.5, abs=0.01)
    assert half.dvh.total_cc == pytest.approx(half.volume_cc * (1 - half.outside_fraction))
    assert gone.outside_fraction == 1.0 and gone.dvh is None and np.isnan(gone.metrics(60.0)["v100"])
    said = " ".join(found.warnings)
    assert (
        "Cut: " in said
        and "% of its volume lies outside the dose's grid; its figures are of the rest" in said
    )
    assert "Beyond: lies outside the dose's grid, no dose is known" in said


def test_two_frames_of_reference_are_refused(case, tmp_path):
    body, *_ = cylinder(1.0, 1.0)
    paths = write(tmp_path, case, [body], along_z, FrameOfReferenceUID="1.2.3")
    with pytest.raises(BadInput, match="rd.dcm: the dose lies in another frame of reference, 1.2.3"):
        dvhs_of_files(*paths)
    paths = write(tmp_path, case, [body], along_z, FrameOfReferenceUID=None)
    with pytest.raises(BadInput, match="nothing ties the dose to the regions"):
        dvhs_of_files(*paths)


def test_regions_by_name(case, tmp_path):
    body, *_ = cylinder(1.0, 1.0)
    other = replace(body, name="Other")
    paths = write(tmp_path, case, [body, other], along_z)
    assert [r.name for r in dvhs_of_files(*paths).regions] == ["Body", "Other"]
    assert [r.name for r in dvhs_of_files(*paths, ["Other"]).regions] == ["Other"]
    with pytest.raises(UnknownName, match="one of: Body, Other"):
        dvhs_of_files(*paths, ["Liver"])


def test_a_region_on_one_plane_is_one_plane_of_the_dose_thick(case, tmp_path):
    flat = structure([ring(0.0, 8.0)], "Flat")
    found = dvhs_of_files(*write(tmp_path, case, [flat], along_z))
    assert found.regions[0].volume_cc == pytest.approx(np.pi * 64 * 2.5 / 1000, rel=0.01)
    assert any("drawn on one plane only" in text for text in found.warnings)


def test_voxels_of_a_box(case, tmp_path):
    body, *_ = cylinder(1.0, 1.0)
    _, path = write(tmp_path, case, [body], gradient)
    dose = read_dose(path)
    points, values = dose.voxels_within([-5.0, 0.0, 2.5], [0.0, 2.5, 7.5])
    assert len(points) == 3 * 2 * 3 and dose.step_mm == 2.5
    assert np.abs(values - gradient(*points.T)).max() < 0.5 * dose.values_gy.max() / 65535 * 1.01
    assert np.abs(dose.dose_at(points) - values).max() < 1e-6


def run(monkeypatch, capsys, *words) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["tps", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        main()
    out, err = capsys.readouterr()
    return stopped.value.code, out, err


def test_the_command(case, tmp_path, monkeypatch, capsys):
    body, *_ = cylinder(1.0, 1.0)
    paths = write(tmp_path, case, [body], gaussian)
    out, figures = tmp_path / "dvh.csv", tmp_path / "figures.csv"
    words = ["dvh", *paths, "--out", out, "--metrics", figures, "--prescription-gy", 140]
    code, text, err = run(monkeypatch, capsys, *words)
    assert code == 0 and "How: dose linear between voxel centres" in text and "D0.1cc" in text, err
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert list(rows[0]) == ["roi", "dose_gy", "volume_cc", "volume_fraction"]
    assert float(rows[0]["volume_cc"]) == pytest.approx(1.0, rel=HALF_A_PERCENT)
    (row,) = csv.DictReader(io.StringIO(figures.read_text(encoding="utf-8-sig")))
    code, text, _ = run(monkeypatch, capsys, *words, "--json")
    told = json.loads(text)
    assert code == 0 and told["metrics"]["Body"]["d90_gy"] == pytest.approx(float(row["d90_gy"]))
    assert told["metrics"]["Body"]["d2cc_gy"] is None and row["d2cc_gy"] == ""
    assert told["metrics"]["Body"]["v100"] == pytest.approx(float(row["v100"]))
    assert len(told["dvhs"]["Body"]["dose_gy"]) == len(rows)


def test_the_command_writes_over_nothing_else(case, tmp_path, monkeypatch, capsys):
    body, *_ = cylinder(1.0, 1.0)
    paths = write(tmp_path, case, [body], gaussian)
    (tmp_path / "mine.csv").write_text("a,b\n1,2\n")
    for words, code, said in (
        (["--out", tmp_path / "mine.csv"], 4, "mine.csv"),
        (["--out", paths[0]], 4, "rs.dcm"),
        (["--out", tmp_path / "x.csv", "--metrics", tmp_path / "x.csv"], 2, "name the same file"),
        (["--out", tmp_path / "x.csv", "--step-gy", 0], 4, "--step-gy"),
        (["--out", tmp_path / "x.csv", "--roi", "Liver"], 4, "no ROI named 'Liver'"),
    ):
        found, _, err = run(monkeypatch, capsys, "dvh", *paths, *words)
        assert found == code and said in err, err
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize(("highest", "step"), [(2.0, 0.01), (60.0, 0.2), (70.0, 0.5), (4000.0, 1.0)])
def test_steps_of_curves_fit_the_dose(highest, step):
    dvh = Dvh.of([highest, highest], [1.0, 1.0])
    assert curve_grid([dvh])[1] == pytest.approx(step)
    assert curve_grid([dvh], 120.0, 0.25) == (120.0, 0.25)
