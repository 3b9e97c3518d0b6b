"""The seed models: shipped files, their corners, users' own files, and every way a file can be wrong."""

import copy
import json

import numpy as np
import pytest

from tps.errors import BadInput, OutputRefused, UnknownName
from tps.sources.library import (
    DATA,
    REMARKS,
    integrate_anisotropy,
    list_sources,
    load_source,
    read_file,
    read_source,
    source_files,
)
from tps.sources.plausible import check_plausible
from tps.sources.plot import plot_source

MODEL_6711 = json.loads((DATA / "i125_6711.json").read_text())


@pytest.fixture
def own(tmp_path):
    """Write a changed copy of the 6711 file as a user's own source; gives its folder."""

    def write(name="own", **changes):
        document = copy.deepcopy(MODEL_6711)
        for path, value in changes.items():
            *parents, last = path.split("__")
            place = document
            for parent in parents:
                place = place[parent]
            if value is None:
                del place[last]
            else:
                place[last] = value
        (tmp_path / f"{name}.json").write_text(json.dumps(document))
        return tmp_path

    return write


def test_every_shipped_model_loads_with_its_level():
    sources = list_sources()
    assert [s.name for s in sources] == [s.name for s in sorted(sources, key=lambda s: (s.level, s.name))]
    assert len(sources) == len(list(DATA.glob("*.json"))) == 21
    levels = {s.name: s.level for s in sources}
    assert {n for n, l in levels.items() if l == "A"} == {
        "i125_6711",
        "i125_best_2301",
        "i125_isoaid_iai125a",
        "pd103_theraseed_200",
    }
    assert sum(l == "B" for l in levels.values()) == 3
    for source in sources:
        assert source.is_demonstration == (source.level in "CD")
        assert source.citation and source.level_text
        assert source.capsule_half_length_mm > source.active_length_mm / 2
    assert "surrogate" in REMARKS["i125_6711"]


# First and last entries as printed: Lambda, L/mm, g_L, F(0), F corner, and the radii they stand at.
CORNERS = {
    "i125_6711": (0.965, 3.0, (1.0, 1.055), (100.0, 0.0803), (5.0, 0.333), (50.0, 0.55)),
    "i125_6702": (1.036, 3.0, (1.0, 1.02), (100.0, 0.0979), (5.0, 0.385), (50.0, 0.589)),
    "pd103_theraseed_200": (0.686, 4.23, (1.0, 0.911), (100.0, 0.00615), (2.5, 0.619), (75.0, 0.547)),
    "cs131_cs1_rev2": (1.056, 4.0, (1.0, 0.96), (100.0, 0.1481), (1.0, 0.622), (100.0, 0.833)),
}


@pytest.mark.parametrize("name", CORNERS)
def test_corners_of_the_tables_arrive_in_mm(name):
    source = load_source(name)
    found = (
        source.dose_rate_constant,
        source.active_length_mm,
        (source.g_r_mm[0], source.g_l[0]),
        (source.g_r_mm[-1], source.g_l[-1]),
        (source.f_r_mm[0], source.f[0, 0]),
        (source.f_r_mm[-1], source.f[0, -1]),
    )
    np.testing.assert_allclose(np.hstack(found), np.hstack(CORNERS[name]), rtol=1e-12)
    assert np.all(source.f[-1] == 1.0)
    assert source.mean_life_h == pytest.approx(source.half_life_h / np.log(2))


def test_6702_carries_the_corrected_entry():
    source = load_source("i125_6702")
    assert source.g_l[list(source.g_r_mm).index(60.0)] == 0.322


def test_points_inside_the_capsule_take_the_nearest_published_value():
    source = load_source("cs131_cs1_rev2")
    row = list(source.f_theta_deg).index(5)
    assert source.f[row, 0] == source.f[row, 1] == 0.731


@pytest.mark.parametrize("source", list_sources(), ids=lambda s: s.name)
def test_phi_an_is_published_or_the_integral_of_f(source):
    file = json.loads((DATA / f"{source.name}.json").read_text())
    assert source.phi_is_published == (file["anisotropy_factor"] is not None)
    at = np.array([np.interp(source.phi_r_mm, source.f_r_mm, row) for row in source.f])
    again = integrate_anisotropy(source.active_length_mm, source.phi_r_mm, source.f_theta_deg, at)
    # The published ones come from finer tables than the printed F; the computed ones carry four digits.
    np.testing.assert_allclose(again, source.phi_an, rtol=4e-3 if source.phi_is_published else 1e-4)


def test_own_source_is_found_by_folder_and_by_environment(own, monkeypatch):
    folder = own(dose_rate_constant=0.9, anisotropy_factor=None, anisotropy_factor_computed=None)
    source = load_source("own", folder)
    assert source.dose_rate_constant == 0.9 and not source.phi_is_published
    shipped = load_source("i125_6711")
    np.testing.assert_allclose(source.phi_an, shipped.phi_an, rtol=4e-3)
    assert "own" in {s.name for s in list_sources(folder)}
    assert "own" not in source_files()
    monkeypatch.setenv("SEEDWRIGHT_SOURCE_DIR", str(folder))
    assert load_source("own").dose_rate_constant == 0.9


@pytest.mark.parametrize("said", [None, "A: agrees with a second transcription", "B: in part", "D: no"])
def test_a_user_s_own_file_is_unverified_whatever_it_says_of_itself(own, said):
    source = read_source(own(verification_level=said) / "own.json")
    assert source.is_demonstration and source.level == "user" and source.standing == "user, unverified"
    assert source.level_text.startswith("the user's own file, verified by nobody here")
    assert (said or "D: not verified") in source.level_text
    shipped = load_source("i125_6711")
    assert shipped.standing == "" and load_source("cs131_cs1_rev2").standing == "demonstration, unverified"


def test_a_copy_of_a_shipped_file_is_the_user_s_own_too(own, tmp_path):
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "copy.json").write_bytes((DATA / "i125_6711.json").read_bytes())
    assert load_source("copy", tmp_path / "link").level == "user"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.json")), ids=lambda p: p.stem)
def test_every_shipped_model_is_plausible_with_room_to_spare(path):
    """A bound that only just lets the published data pass would refuse the next publication."""
    file = read_file(path)
    check_plausible(file, path.name)
    for factor in (0.985, 1.01):
        constant = file.dose_rate_constant * factor
        check_plausible(file.model_copy(update={"dose_rate_constant": constant}), path.name)


def slipped(document, field, index, factor):
    values = document[field[0]][field[1]]
    while isinstance(values[0], list):
        values = values[-2]
    values[index] = values[index] * factor


SLIPS = {
    "half-life 60 d": (lambda d: d.update(half_life_days=60.0), "half_life_days is 60: no I-125 seed"),
    "half-life in hours": (lambda d: d.update(half_life_days=1425.6), "half_life_days"),
    "Lambda + 10 %": (lambda d: d.update(dose_rate_constant=0.965 * 1.1), "dose_rate_constant is 1.062"),
    "Lambda in Gy": (lambda d: d.update(dose_rate_constant=0.00965), "dose_rate_constant"),
    "L in mm": (lambda d: d.update(active_length_cm=3.0), "active_length_cm|outer_length"),
    "g, a digit": (lambda d: slipped(d, ("radial_dose_function", "g_L"), 10, 10.0), "radial_dose_function"),
    "g, a point": (lambda d: slipped(d, ("radial_dose_function", "g_L"), 10, 0.1), "slope of ln g_L"),
    "F, a point": (lambda d: slipped(d, ("anisotropy_function", "F"), 2, 0.1), "anisotropy_function.F"),
    "F, two digits": (lambda d: slipped(d, ("anisotropy_function", "F"), 2, 1.3), "at 1 cm and beyond"),
    "phi, a point": (lambda d: slipped(d, ("anisotropy_factor", "phi_an"), 2, 0.1), "anisotropy_factor"),
    "another nuclide": (lambda d: d.update(isotope="Pd-103", half_life_days=16.991), "dose_rate_constant"),
    "its g": (
        lambda d: d.update(isotope="Cs-131", half_life_days=9.689, dose_rate_constant=1.056),
        "g_L at 5 cm is 0.364: no Cs-131 seed",
    ),
}


@pytest.mark.parametrize("case", SLIPS)
def test_values_that_no_seed_of_the_nuclide_has_are_refused(case, tmp_path):
    change, words = SLIPS[case]
    document = copy.deepcopy(MODEL_6711)
    change(document)
    (tmp_path / "own.json").write_text(json.dumps(document))
    with pytest.raises(BadInput, match=words) as caught:
        load_source("own", tmp_path)
    assert "own.json" in caught.value.where and "Expected" in str(caught.value)


def test_unknown_model_lists_the_names():
    with pytest.raises(UnknownName, match=r"(?s)no source model named '6711'.*i125_6711") as caught:
        load_source("6711")
    assert "i125_6711" in caught.value.valid


def test_folder_must_exist_hold_files_and_not_hide_shipped_ones(tmp_path, own):
    with pytest.raises(BadInput, match="no such folder"):
        list_sources(tmp_path / "none")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match="no source files"):
        list_sources(tmp_path / "empty")
    with pytest.raises(BadInput, match="also the name of a shipped model"):
        list_sources(own("i125_6711"))


BROKEN = {
    "unknown key": ({"dose_rate_konstant": 1.0}, "dose_rate_konstant"),
    "missing key": ({"dose_rate_constant": None}, "dose_rate_constant"),
    "wrong unit": ({"dose_rate_constant_unit": "Gy h^-1 U^-1"}, "dose_rate_constant_unit"),
    "negative": ({"half_life_days": -1.0}, "half_life_days"),
    "not finite": ({"active_length_cm": float("nan")}, "active_length_cm"),
    "other isotope": ({"isotope": "Ir-192"}, "isotope"),
    "g not rising": ({"radial_dose_function__r_cm": [1.0] * 16}, "increase strictly"),
    "g one node": ({"radial_dose_function__r_cm": [1.0]}, "at least 2"),
    "g too short": ({"radial_dose_function__g_L": [1.0, 1.0]}, "2 values for 16 radii"),
    "g not normalised": ({"radial_dose_function__g_L": [2.0] * 16}, "must be 1 at r = 1 cm"),
    "F without axis": ({"anisotropy_function__theta_deg": [5.0 * k + 1 for k in range(11)]}, "0 to 90"),
    "F rows": ({"anisotropy_function__F": [[1.0] * 6] * 3}, "3 rows for 11 angles"),
    "F columns": ({"anisotropy_function__F": [[1.0] * 5] * 11}, "5 values for 6 radii"),
    "F at 90": ({"anisotropy_function__F": [[0.9] * 6] * 11}, "F must be 1 at 90"),
    "phi short": ({"anisotropy_factor__phi_an": [0.9]}, "1 values for 6 radii"),
    "level": ({"verification_level": "very good"}, "verification_level"),
    "capsule": ({"physical_seed_cm__outer_length": 0.25}, "outer_length"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_file_says_what_is_wrong(case, own):
    changes, words = BROKEN[case]
    folder = own(**changes)
    with pytest.raises(BadInput, match=words) as caught:
        load_source("own", folder)
    assert "own.json" in caught.value.where


def test_null_in_f_only_at_the_smallest_radii(own):
    f = copy.deepcopy(MODEL_6711["anisotropy_function"]["F"])
    f[0][3] = None
    with pytest.raises(BadInput, match="null that is not at the smallest radii"):
        load_source("own", own(anisotropy_function__F=f))


def test_unreadable_files_are_named(tmp_path):
    (tmp_path / "own.json").write_text("{not json")
    with pytest.raises(BadInput, match="not JSON"):
        read_source(tmp_path / "own.json")
    (tmp_path / "own.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="is not in UTF-8"):
        read_source(tmp_path / "own.json")
    (tmp_path / "own.json").write_text("[" * 100_000)
    with pytest.raises(BadInput, match="nested too deep"):
        read_source(tmp_path / "own.json")
    with pytest.raises(BadInput, match="cannot be read"):
        read_source(tmp_path / "none.json")


def test_every_bad_file_of_a_folder_is_named(own):
    own("a", isotope="Ir-192")
    folder = own("b", half_life_days=-1.0)
    (folder / "c.json").write_text("[1, 2]")
    own("d")
    with pytest.raises(
        BadInput, match=r"(?s)3 source files.*a.json: .*isotope.*b.json: .*half_life.*c.json"
    ) as e:
        list_sources(folder)
    assert "d.json" not in str(e.value) and "not a JSON object" in str(e.value)
    assert load_source("i125_6711", folder).level == "A" and load_source("d", folder).level == "user"


def test_a_plot_replaces_a_plot_and_nothing_else(tmp_path):
    source = load_source("i125_6711")
    for _ in range(2):
        plot_source(source, tmp_path / "p.png")
    (tmp_path / "holiday.png").write_bytes(
        (tmp_path / "p.png").read_bytes().replace(b"seedwright", b"someone!!!")
    )
    before = (tmp_path / "holiday.png").read_bytes()
    with pytest.raises(OutputRefused, match="is not a picture of this command"):
        plot_source(source, tmp_path / "holiday.png")
    assert (tmp_path / "holiday.png").read_bytes() == before


def test_plot_is_a_picture(tmp_path):
    plot_source(load_source("pd103_theraseed_200"), tmp_path / "p.png")
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")
