"""A folder is written whole or not at all: refusals, failures on the way, real kills at random moments."""

import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tps.errors import OutputRefused
from tps.formats import folder as folder_module
from tps.formats.folder import check_destination, write_folder


def listing(*names):
    """A plan.json by which a folder is ours, and with it the files named."""
    sums = dict.fromkeys((*names, "plan.json"), "0" * 64)
    return json.dumps({"schema": "seedwright-plan/1", "files": sums})


FILES = {"plan.json": listing("a.bin", "sub/b.txt"), "a.bin": b"\x00\x01", "sub/b.txt": "text"}
OLD = {"plan.json": listing()}

# Writes a folder of 21 files of 50 kB over and over, each time with one letter all through; the letter says
# which version a file belongs to.  Says first how long that takes here and now.
WRITER = """
import json, sys, time
from tps.formats.folder import write_folder
out, letter = sys.argv[1], sys.argv[2]
def write(where, letter):
    files = {f"file{i:02d}": letter * 50_000 for i in range(20)}
    listed = {"schema": "seedwright-plan/1", "files": {name: letter for name in files}, "of": letter * 50_000}
    files["plan.json"] = json.dumps(listed)
    write_folder(where, files, overwrite=True)
begin = time.perf_counter()
write(out + "-trial", letter)
print(time.perf_counter() - begin, flush=True)
while True:
    write(out, letter)
    letter = chr(ord(letter) + 1) if letter < "z" else "a"
"""


def content(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def names(folder):
    return sorted(p.name for p in folder.iterdir())


def test_files_are_written_as_given(tmp_path):
    files = FILES | {"c.txt": lambda path: path.write_text("by call")}
    assert write_folder(tmp_path / "new" / "deep" / "out", files) == tmp_path / "new" / "deep" / "out"
    assert content(tmp_path / "new" / "deep" / "out") == {
        "plan.json": FILES["plan.json"].encode(),
        "a.bin": b"\x00\x01",
        "sub/b.txt": b"text",
        "c.txt": b"by call",
    }
    assert names(tmp_path / "new" / "deep") == ["out"]


def test_an_existing_folder_is_refused_and_left_alone(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "plan.json").write_text("old")
    for call in (check_destination, lambda o: write_folder(o, FILES)):
        with pytest.raises(OutputRefused, match="--overwrite") as caught:
            call(out)
        assert caught.value.exit_code == 4
    assert content(out) == {"plan.json": b"old"}


def test_overwriting_replaces_every_file_of_the_plan(tmp_path):
    out = tmp_path / "out"
    write_folder(out, FILES)
    write_folder(out, {"plan.json": "new"}, overwrite=True)
    assert content(out) == {"plan.json": b"new"}
    assert names(tmp_path) == ["out"]


def test_an_empty_folder_may_be_overwritten(tmp_path):
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", FILES, overwrite=True)
    assert set(content(tmp_path / "out")) == set(FILES)


def test_what_is_no_result_is_never_overwritten(tmp_path):
    precious = tmp_path / "home"
    precious.mkdir()
    (precious / "thesis.txt").write_text("ten years")
    with pytest.raises(OutputRefused, match="holds files but no plan.json"):
        write_folder(precious, FILES, overwrite=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputRefused, match="not a folder"):
        write_folder(tmp_path / "file", FILES, overwrite=True)
    assert content(precious) == {"thesis.txt": b"ten years"}


@pytest.mark.parametrize(
    "text",
    [
        "mine",
        "{}",
        "[]",
        '{"schema": "house-plan/3", "files": {"thesis.txt": ""}}',
        '{"schema": "seedwright-plan/1"}',
        '{"schema": "seedwright-plan/1", "files": {}}',
        '{"schema": "seedwright-plan/1", "files": {"../thesis.txt": ""}}',
        '{"schema": "seedwright-plan/1", "files": {"/etc/passwd": ""}}',
        '{"schema": "seedwright-plan/1", "files": "thesis.txt"}',
        "[" * 100_000,
        '{"schema": ' + "[" * 900 + "]" * 900 + ', "files": {"thesis.txt": ""}}',
    ],
)
def test_a_name_alone_makes_no_folder_ours(tmp_path, text):
    out = tmp_path / "out"
    out.mkdir()
    (out / "plan.json").write_text(text)
    (out / "thesis.txt").write_text("ten years")
    before = content(out)
    for call in (check_destination, lambda o, **k: write_folder(o, FILES, **k)):
        with pytest.raises(OutputRefused, match="Remedy"):
            call(out, overwrite=True)
    assert content(out) == before and names(tmp_path) == ["out"]


def test_what_is_not_of_the_plan_stays(tmp_path):
    out = tmp_path / "out"
    write_folder(out, FILES)
    (out / "ct" / "deep").mkdir(parents=True)
    (out / "ct" / "deep" / "1.dcm").write_text("a slice")
    (out / "sub" / "mine.txt").write_text("ten years")
    (out / "empty").mkdir()
    (out / "link").symlink_to(tmp_path / "elsewhere")
    slice_before = (out / "ct" / "deep" / "1.dcm").stat()
    write_folder(out, {"plan.json": "new", "sub/c.txt": "c"}, overwrite=True)
    assert content(out) == {
        "plan.json": b"new",
        "sub/c.txt": b"c",
        "sub/mine.txt": b"ten years",
        "ct/deep/1.dcm": b"a slice",
    }
    assert (out / "empty").is_dir() and (out / "link").is_symlink()
    assert (out / "ct" / "deep" / "1.dcm").stat().st_ino == slice_before.st_ino
    assert names(tmp_path) == ["out"]


def test_a_new_file_never_takes_the_place_of_one_that_is_not_of_the_plan(tmp_path):
    out = tmp_path / "out"
    write_folder(out, OLD)
    (out / "a.bin").write_text("mine")
    before = content(out)
    with pytest.raises(OutputRefused, match="a.bin: is in the way"):
        write_folder(out, FILES, overwrite=True)
    assert content(out) == before and names(tmp_path) == ["out"]


def test_no_input_is_replaced(tmp_path):
    out = tmp_path / "out"
    write_folder(out, FILES)
    (out / "ct").mkdir()
    (out / "ct" / "1.dcm").write_text("a slice")
    (tmp_path / "link").symlink_to(out / "a.bin")
    for read in (out / "a.bin", tmp_path / "link", out / "sub", out, out / "ct" / ".." / "a.bin"):
        with pytest.raises(OutputRefused, match="would be replaced") as refused:
            check_destination(out, overwrite=True, inputs=[read])
        assert refused.value.exit_code == 4
    check_destination(out, overwrite=True, inputs=[out / "ct", out / "ct" / "1.dcm", tmp_path])


def test_what_is_written_is_for_its_owner_alone(tmp_path):
    old = os.umask(0)
    try:
        write_folder(tmp_path / "out", FILES | {"c.txt": lambda path: path.write_text("by call")})
    finally:
        os.umask(old)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.rglob("*")}
    assert modes == {
        "out": 0o700,
        "sub": 0o700,
        "plan.json": 0o600,
        "a.bin": 0o600,
        "b.txt": 0o600,
        "c.txt": 0o600,
    }


def test_a_link_to_a_result_stays_a_link(tmp_path):
    write_folder(tmp_path / "real", FILES)
    (tmp_path / "link").symlink_to("real")
    write_folder(tmp_path / "link", {"plan.json": "new"}, overwrite=True)
    assert (tmp_path / "link").is_symlink()
    assert content(tmp_path / "real") == {"plan.json": b"new"}


@pytest.mark.parametrize("overwrite", [False, True])
def test_failure_on_the_way_leaves_what_was_there(tmp_path, overwrite):
    out = tmp_path / "above" / "out"
    if overwrite:
        write_folder(out, OLD)
        (out / "ct").mkdir()
        (out / "ct" / "1.dcm").write_text("a slice")

    def full(path):
        path.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputRefused, match="No space left on device.*nothing was left"):
        write_folder(out, FILES | {"z.bin": full}, overwrite=overwrite)
    assert names(tmp_path) == (["above"] if overwrite else [])
    if overwrite:
        assert names(out.parent) == ["out"]
        assert content(out) == {"plan.json": OLD["plan.json"].encode(), "ct/1.dcm": b"a slice"}


def test_interrupting_leaves_nothing(tmp_path):
    def interrupt(path):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "above" / "out", FILES | {"z.bin": interrupt})
    assert names(tmp_path) == []


def test_failing_rename_puts_the_old_folder_back(tmp_path, monkeypatch):
    out = tmp_path / "out"
    write_folder(out, OLD)
    rename = Path.rename

    def failing(self, target):
        if f".{folder_module._NEW}-" in self.name:
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OutputRefused, match="Input/output error"):
        write_folder(out, FILES, overwrite=True)
    assert content(out) == {"plan.json": OLD["plan.json"].encode()}
    assert names(tmp_path) == ["out"]


def test_a_really_full_disk_leaves_nothing(tmp_path):
    """A limit on the size of files makes the operating system itself refuse the write."""
    code = (
        "import resource, sys\n"
        "from tps.errors import OutputRefused\n"
        "from tps.formats.folder import write_folder\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: write_folder(sys.argv[1], {'small': 'x', 'plan.json': 'x' * 200_000})\n"
        "except OutputRefused as error: sys.exit(error.exit_code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "out"], capture_output=True, text=True)
    assert done.returncode == 4, done.stderr
    assert names(tmp_path) == []


def test_where_nothing_may_be_written_is_said_beforehand(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputRefused, match="no folder can be made"):
        check_destination(tmp_path / "file" / "out")
    monkeypatch.setattr(os, "access", lambda *a, **k: False)
    with pytest.raises(OutputRefused, match="where you may write"):
        check_destination(tmp_path / "out")


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", ""])
def test_names_cannot_leave_the_folder(tmp_path, name):
    with pytest.raises(ValueError, match="not a path inside"):
        write_folder(tmp_path / "out", {name: "x"})
    assert names(tmp_path) == []


def test_what_a_killed_run_left_is_put_back_or_cleared(tmp_path):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    out = tmp_path / "out"
    (tmp_path / f".out.old-{dead.pid}-{'a' * 8}").mkdir()
    (tmp_path / f".out.old-{dead.pid}-{'a' * 8}" / "plan.json").write_text("old")
    (tmp_path / f".out.new-{dead.pid}-{'a' * 8}").mkdir()
    (tmp_path / f".out.gone-{dead.pid}-{'a' * 8}").mkdir()
    (tmp_path / f".out.new-{os.getpid()}-{'b' * 8}").mkdir()  # of a run that is still going on
    (tmp_path / f".out.old-{dead.pid}-kept").mkdir()  # somebody's own, named much like ours
    with pytest.raises(OutputRefused, match="exists already"):
        check_destination(out)
    assert content(out) == {"plan.json": b"old"}
    (tmp_path / f".out.old-{dead.pid}-kept").rmdir()
    assert names(tmp_path) == [f".out.new-{os.getpid()}-{'b' * 8}", "out"]


def kill_while_writing(out, count, seed):
    """Kill a process that writes ``out`` over and over, ``count`` times.

    Every other time the folder is taken away before, so that the first writing is met as well as replacing.
    Returns what was seen of the folder each time, and how many kills met a writing in its middle.
    """
    chance = random.Random(seed)
    seen, met = [], 0
    for i in range(count):
        if i % 2:
            shutil.rmtree(out, ignore_errors=True)
        letter = chance.choice("abcdefgh")
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, out, letter], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        seconds = float(process.stdout.readline() or process.communicate()[1].decode())
        time.sleep(chance.uniform(0.0, 2.5) * seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        # What is left of it is cleared by the next that writes.
        met += any(".new-" in n for n in names(out.parent))
        if not out.exists():
            seen.append("absent")
            continue
        files = content(out)
        plan = json.loads(files.pop("plan.json"))
        versions = {bytes(set(data)) for data in files.values()} | {plan["of"][0].encode()}
        assert len(files) == 20 and len(versions) == 1, f"kill {i} of seed {seed}: a half-written folder"
        assert {len(data) for data in (*files.values(), plan["of"])} == {50_000}, (
            f"kill {i} of seed {seed}: a cut-short file"
        )
        seen.append("complete")
    return seen, met


def test_killed_fifty_times_the_folder_is_complete_or_absent(tmp_path):
    out = tmp_path / "out"
    seen, met = kill_while_writing(out, 50, seed=2)
    assert {"complete", "absent"} == set(seen)
    assert met, "no kill met a writing in its middle"
    shutil.rmtree(out, ignore_errors=True)
    write_folder(out, FILES, overwrite=True)
    assert [n for n in names(tmp_path) if n.startswith(".out.")] == []
