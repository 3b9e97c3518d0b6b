"""The help of every command can be read at 80 columns."""

import pytest
import typer
from typer.testing import CliRunner

from tps.cli.app import app

GROUP = typer.main.get_command(app)


def options_of(command):
    return [name for p in command.params for name in (*p.opts, *p.secondary_opts) if name.startswith("--")]


@pytest.mark.parametrize("name", ["", *GROUP.commands])
def test_no_line_is_too_long_and_no_option_is_cut(name):
    command = GROUP.commands[name] if name else GROUP
    shown = CliRunner().invoke(app, [name, "--help"] if name else ["--help"], env={"COLUMNS": "80"})
    assert shown.exit_code == 0
    assert max(map(len, shown.output.splitlines())) <= 80
    words = shown.output.replace(",", " ").split()
    assert all(option in words for option in options_of(command))
    assert "..." not in shown.output.replace("[ARGS]...", "").replace("PATH...", "").replace("}...", "")
    assert "\N{HORIZONTAL ELLIPSIS}" not in shown.output


def test_flags_of_planning_have_no_twin_that_switches_them_off():
    twins = [name for name in options_of(GROUP.commands["plan"]) if name.startswith("--no-")]
    assert sorted(twins) == ["--no-needle-contours", "--no-report"]
