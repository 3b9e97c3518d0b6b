"""The page of examples: each is run as it stands, and what it prints stands below it."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "examples"

# What the lines of the README read: a phantom patient in the folder where they are run.
PATIENT = 'import phantoms\n\nphantoms.write_phantom("liver_metastasis", "patient")\n'

MOST_S = 600


def readme_lines() -> str:
    """The Python lines of the README."""
    (found,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    return found


def run(code: str, folder: Path) -> str:
    """What a piece of code prints, run by itself in a folder.

    Raises
    ------
    RuntimeError
        If it fails.
    """
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=None,
        capture_output=True,
        text=True,
        timeout=MOST_S,
    )
    if done.returncode:
        raise RuntimeError(f"an example failed:\n{code}\n{done.stderr}")
    return done.stdout


def examples_page(quick: bool = False) -> str:
    """The page as Markdown.

    Parameters
    ----------
    quick : bool
        Leave out the example that plans an implant.
    """
    lines = ["# Examples", "", "Run when this page was made; each is a file of `docs/examples`.", ""]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not quick:
            run(PATIENT, folder)
            lines += _example("A plan, stage by stage", readme_lines(), folder)
        for path in sorted(FOLDER.glob("*.py")):
            title, code = _parts(path.read_text(encoding="utf-8"))
            lines += _example(title, code, folder)
    return "\n".join(lines) + "\n"


def _parts(text: str) -> tuple[str, str]:
    """Docstring and code of a file."""
    match = re.match(r'"""(.+?)"""\n+(.*)', text, re.S)
    assert match is not None, "an example begins with a docstring"
    return match[1].rstrip("."), match[2]


def _example(title: str, code: str, folder: Path) -> list[str]:
    printed = run(code, folder).rstrip()
    return [f"## {title}", "", "```python", code.rstrip(), "```", "", "```text", printed, "```", ""]
