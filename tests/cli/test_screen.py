"""What is shown: names as they are, on every screen; and a screen that fails loses no result."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
from places import ROOT

from tps.cli.plan_result import _organs, _targets
from tps.cli.screen import Table, console, line, say, say_json_text
from tps.formats.stopping import hear_again
from tps.formats.visible import one_line, shown

NAMES = [
    "GTV[left]",
    "GTV[right]",
    "GTV[/]",
    "Organ [red]x[/red]",
    ":heart:",
    "[link=http://x]y[/link]",
    "左肾",
]


def printed(*things) -> str:
    stream = io.StringIO()
    for thing in things:
        console(stream).print(thing, soft_wrap=True)
    return stream.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_names_with_brackets_are_shown_whole(name):
    table = Table(f"title {name}")
    table.add_column(f"heading {name}")
    table.add_row(f"cell {name}")
    table.add_row((f"styled {name}", "green"))
    text = printed(table, line(f"line {name}", (f"bold {name}", "bold")))
    assert all(f"{where} {name}" in text for where in ("title", "heading", "cell", "styled", "line", "bold"))


def test_targets_and_organs_of_such_names():
    keys = ("volume_cc", "minimum_peripheral_dose_gy", "matched_peripheral_dose_gy", "d90_gy", "d100_gy")
    keys += ("mean_gy", "v100", "v150", "v200", "ci", "ei", "hi")
    target = dict.fromkeys(keys, 1.0)
    organ = {"d0.1cc_gy": 9.0, "d1cc_gy": 8.0, "d2cc_gy": 7.0, "max_gy": 10.0}
    result = SimpleNamespace(
        plan=SimpleNamespace(size="3 needles, 9 seeds"),
        source=SimpleNamespace(name="i125_6711"),
        strength=SimpleNamespace(text="0.6 mCi"),
        regions=SimpleNamespace(targets=[SimpleNamespace(name=n) for n in NAMES[:3]]),
        evaluation=SimpleNamespace(
            metrics=dict.fromkeys(NAMES[:3], target) | dict.fromkeys((f"O{n}" for n in NAMES), organ)
        ),
    )
    text = printed(_targets(result), _organs(result))
    assert all(name in text for name in (*NAMES[:3], *(f"O{n}" for n in NAMES)))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("T\x1b]0;PWNED\x07\x1b[31mRED\x1b[2J", "T\\x1b]0;PWNED\\x07\\x1b[31mRED\\x1b[2J"),
        ("a\rb\x08c\x7fd\x9be", "a\\x0db\\x08c\\x7fd\\x9be"),
        ("left\u202etfel", "left\\u202etfel"),
        ("caf\udce9", "caf\\xe9"),
        ("two\u2028lines", "two\\u2028lines"),
        ("王 小明\u3000é", "王 小明\u3000é"),
    ],
)
def test_nothing_in_a_name_steers_the_screen(capsys, text, seen):
    assert shown(text) == seen and one_line(text) == seen
    say(text)
    assert capsys.readouterr().out == seen + "\n"
    assert printed(line(text)).strip() == seen.strip()


def test_a_name_stays_on_its_line():
    assert one_line("GTV\nWarning: none") == "GTV\\x0aWarning: none"
    assert len(printed(line("GTV\nWarning: none")).splitlines()) == 1


def test_json_is_in_letters_that_every_file_knows(capsys):
    say_json_text(json.dumps({"王": "é\U0001f600"}, ensure_ascii=False))
    out = capsys.readouterr().out
    assert out.isascii() and json.loads(out) == {"王": "é\U0001f600"}


def test_one_module_shows_what_the_commands_say():
    """No other writes to the streams or asks Rich for a console."""
    other = re.compile(r"std(out|err)\.write|Console\(|rich\.(console|table|markup)|\[/|\[(red|green|bold)")
    for path in (ROOT / "tps" / "cli").glob("*.py"):
        found = [] if path.name == "screen.py" else other.findall(path.read_text(encoding="utf-8"))
        assert not found, path.name


def shell(words: str, **environment) -> subprocess.CompletedProcess:
    tps = f"{sys.executable} -m tps.cli"
    env = dict(os.environ, PYTHONPATH=str(ROOT), **environment)
    return subprocess.run(
        ["bash", "-c", words.replace("tps ", f"{tps} ", 1)], capture_output=True, env=env, timeout=120
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "gbk"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_letters_that_a_screen_does_not_know_are_escaped(tmp_path, environment):
    (tmp_path / "病人 é").mkdir()
    done = shell(f"tps inspect '{tmp_path}/病人 é'", **environment)
    assert done.returncode in (0, 4) and b"Traceback" not in done.stderr and b"fault" not in done.stderr
    assert done.stdout + done.stderr
    listed = shell("tps sources", **environment)
    assert listed.returncode == 0 and b"i125_6711" in listed.stdout


def test_a_screen_that_is_full_gone_or_closed():
    done = shell("tps sources > /dev/full")
    assert done.returncode == 4
    assert b"standard output cannot be written (No space left on device)" in done.stderr
    assert b"othing was written" not in done.stderr and done.stderr.count(b"\n") == 2
    done = shell("tps sources i125_6711 | head -1; echo ${PIPESTATUS[0]}")
    assert done.stdout.splitlines()[-1] == b"0" and done.stderr == b""
    for closed in (">&-", "2>&-", "<&- >&- 2>&-"):
        done = shell(f"tps sources {closed}")
        assert done.returncode == 0 and done.stderr == b"", closed


@pytest.mark.parametrize("where", ["> /dev/full", ">&-", "| true"])
def test_what_is_written_is_complete_though_the_screen_fails(tmp_path, where):
    done = shell(f"tps phantom lung_nodule --slice-mm 10 --out {tmp_path}/patient {where}")
    truth = json.loads((tmp_path / "patient" / "truth.json").read_text())
    assert all((tmp_path / "patient" / name).is_file() for name in truth["files"])
    assert b"othing was written" not in done.stderr and b"fault" not in done.stderr
    assert done.returncode == (4 if "full" in where else 0)


@pytest.mark.patient
@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.slow)])
def test_a_signal_to_end_leaves_nothing_behind(tmp_path, number):
    words = ["-m", "tps.cli", "phantom", "lung_nodule", "--slice-mm", "0.7", "--out", tmp_path / "patient"]
    env = dict(os.environ, PYTHONPATH=str(ROOT))
    child = subprocess.Popen(
        [sys.executable, *words], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    until = time.monotonic() + 100
    while not any(tmp_path.glob(".patient.new-*/ct/*")):
        assert child.poll() is None and time.monotonic() < until
        time.sleep(0.02)
    child.send_signal(number)
    _, said = child.communicate(timeout=60)
    assert child.returncode == 128 + number and b"nothing half-written" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raised", [KeyboardInterrupt(), SystemExit(143)])
def test_what_a_callback_drops_is_heard_again(raised):
    numbers = (signal.SIGINT, signal.SIGTERM)
    handlers = [signal.signal(number, signal.default_int_handler) for number in numbers]
    reading, writing = os.pipe()
    try:
        with pytest.raises(type(raised)) as heard:
            hear_again(SimpleNamespace(exc_type=type(raised), exc_value=raised))
            os.read(reading, 1)  # waits for ever, unless a signal wakes it
        assert heard.value.args == raised.args
    finally:
        os.close(reading)
        os.close(writing)
        for number, handler in zip(numbers, handlers, strict=True):
            signal.signal(number, handler)
