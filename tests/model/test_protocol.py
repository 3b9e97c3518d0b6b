"""Every setting of a protocol has a range, and nothing beyond it reaches the planner."""

import dataclasses
import sys

import pytest
from layout_checks import broken_rules
from planner_problems import ball_problem

from tps.cli.app import main
from tps.errors import BadInput
from tps.formats.protocol import load_protocol
from tps.model import Protocol
from tps.model.setting import Setting, settings_of
from tps.optimize.solve import optimise

SETTINGS = settings_of(Protocol)

# What no setting may be, as TOML writes it.
NONSENSE = (
    "nan inf -inf 1e308 -1e308 1e-320 -1 1e6 99999999999999999999999999 true 'deep' '' [] [1] [1,2,3]"
    " [nan,nan] [2,1] [0,1e308] ['a','b'] {a=1} 2026-01-01 12:00:00 [[1],[2]]"
).split()


def allowed(known: Setting, text: str) -> bool:
    """True if the nonsense is a value the setting may have: 0 directions, say, or a pair in its range."""
    return known.kind != "pair" and text == "1e-320" and known.low <= 0.0 and known.kind == "number"


def test_every_setting_states_what_it_may_be():
    for f in dataclasses.fields(Protocol):
        known = f.metadata.get("setting")
        assert isinstance(known, Setting), f"{f.name} has no range: make it with tps.model.setting.setting"
        assert known.low < known.high and known.meaning and known.range_text
        assert known.checked(f.name, f.default) == f.default
        assert f.name.endswith(f"_{known.unit.lower()}") if known.unit else True


@pytest.mark.parametrize("name", SETTINGS)
def test_no_nonsense_is_a_setting(name, tmp_path):
    known, path = SETTINGS[name], tmp_path / "clinic.toml"
    low, high = known.low, known.high
    beyond = [low - 0.01 * abs(low) - 0.01, high + 0.01 * abs(high) + 0.01]
    pairs = [f"[{a},{b}]" for a, b in ((beyond[0], high), (low, beyond[1]), (high, low))]
    for text in (*NONSENSE, *map(str, beyond), *(pairs if known.kind == "pair" else [])):
        path.write_text(f"{name} = {text}\n")
        if allowed(known, text):
            continue
        with pytest.raises(BadInput, match="clinic.toml") as caught:
            load_protocol(path)
        assert f"{name} is " in caught.value.what and known.range_text in caught.value.what, text
        assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"bone_hu": 350.0}, "bone_core_hu is 300, below bone_hu"),
        (
            {"seed_min_distance_mm": 16.0},
            "is 16, beyond the largest seed_spacing_mm, 15",
        ),
        ({"seed_spacing_mm": (11.0, 14.0), "seed_step_mm": 5.0}, "no whole number of steps"),
        ({"needle_spacing_mm": (2.0, 9.0), "needle_radius_mm": 1.1}, "needles are 2.2 mm thick"),
        ({"max_pleural_passages": 1.5}, "a whole number 0 to 10"),
    ],
)
def test_settings_that_contradict_each_other_are_refused(settings, says):
    with pytest.raises(ValueError, match=says):
        Protocol(**settings)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"bone_hu = " + b"[" * 5000 + b"]" * 5000, "nested too deep"),
        (b"bone_hu = 1\0" + b"50", "NUL"),
        (b"bone_hu = \xff\xfe", "not in UTF-8: byte 0xff in line 1"),
        (b"#" * 2_000_000, "over 1 MB"),
    ],
)
def test_files_that_are_no_protocol(tmp_path, raw, says):
    (tmp_path / "clinic.toml").write_bytes(raw)
    with pytest.raises(BadInput, match=says):
        load_protocol(tmp_path / "clinic.toml")
    with pytest.raises(BadInput, match="cannot be read: Is a directory"):
        load_protocol(tmp_path)
    with pytest.raises(BadInput, match="NUL"):
        load_protocol("a\0b")


def test_a_mark_before_the_text_is_no_fault(tmp_path):
    for raw in ("\ufeffbone_hu = 150\n".encode(), "bone_hu = 150\r\n".encode("utf-16")):
        (tmp_path / "clinic.toml").write_bytes(raw)
        assert load_protocol(tmp_path / "clinic.toml").bone_hu == 150


def test_the_command_line_refuses_before_it_reads_anything(tmp_path, monkeypatch, capsys):
    (tmp_path / "clinic.toml").write_text("second_check_tolerance = nan\n")
    words = ["tps", "plan", "nowhere", "--target", "T", "--out", str(tmp_path / "out")]
    monkeypatch.setattr(sys, "argv", [*words, "--protocol", str(tmp_path / "clinic.toml")])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 4
    assert "second_check_tolerance is nan, expected 0.0001 to 0.05" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", SETTINGS)
def test_at_the_ends_of_every_range_a_layout_keeps_its_rules(name):
    known, refused = SETTINGS[name], 0
    ends = (known.low, known.high)
    for value in ([(e, e) for e in ends] + [ends]) if known.kind == "pair" else ends:
        try:
            value = (value,) if known.kind == "list" else value
            protocol = Protocol(**{name: int(value) if known.kind == "whole number" else value})
        except ValueError:
            refused += 1
            continue
        problem = ball_problem((0.0, -8.0, 0.0, 8.0), protocol=protocol)
        layout = optimise(problem)
        assert broken_rules(problem, layout) == [], f"{name} = {value}"
    assert refused < 2
