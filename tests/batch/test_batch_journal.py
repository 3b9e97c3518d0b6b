"""The journal: every finished plan is there after any stop, and nothing that was torn."""

import os
import signal
import subprocess
import sys

import pytest

from tps.batch.run.journal import Journal, decode, encode
from tps.errors import BadInput, OutputRefused


def entry(n):
    return {"case": f"case-{n}", "status": "ok", "rows": [{"d90_gy": 0.1 + n, "roi": "Ö"}]}


def test_what_was_written_is_read_again(tmp_path):
    with Journal(tmp_path / "j") as journal:
        for n in range(5):
            journal.append(entry(n))
        journal.append(entry(2) | {"status": "failed"})
        assert len(journal) == 5
    with Journal(tmp_path / "j") as journal:
        assert journal.read("case-4") == entry(4)
        assert journal.read("case-2")["status"] == "failed"
        assert [e["case"] for e in journal.entries(["case-3", "case-0"])] == ["case-3", "case-0"]
        assert "case-5" not in journal


def test_every_place_of_tearing_loses_only_the_torn_line(tmp_path):
    lines = [encode(entry(n)) for n in range(2)]
    whole = b"".join(lines)
    for length in range(len(lines[0]), len(whole)):
        path = tmp_path / "j"
        path.write_bytes(whole[:length])
        with Journal(path) as journal:
            assert len(journal) == 1
            journal.append(entry(7))
        with Journal(path) as journal:
            assert len(journal) == 2 and journal.read("case-7") == entry(7)
        path.unlink()


def test_zeros_after_a_power_cut_are_dropped(tmp_path):
    (tmp_path / "j").write_bytes(encode(entry(1)) + bytes(4096))
    with Journal(tmp_path / "j") as journal:
        assert len(journal) == 1


def test_damage_in_the_middle_is_refused(tmp_path):
    (tmp_path / "j").write_bytes(encode(entry(1)).replace(b"1.1", b"1.2") + encode(entry(2)))
    with pytest.raises(BadInput, match="line 1 of the journal is damaged"):
        Journal(tmp_path / "j")


def test_two_runs_do_not_write_one_journal(tmp_path):
    with Journal(tmp_path / "j") as journal:
        journal.append(entry(1))
        with pytest.raises(OutputRefused, match="another run is writing this table"):
            Journal(tmp_path / "j", fresh=True)
        assert journal.read("case-1") == entry(1)
    with Journal(tmp_path / "j", fresh=True) as journal:
        assert len(journal) == 0


def test_a_full_disk_stops_the_run_and_says_how_to_go_on(tmp_path):
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom tps.batch.run.journal import Journal\n"
        "from tps.errors import OutputRefused\n"
        # Then a write beyond the limit fails like one on a full disk.
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "journal = Journal(Path(sys.argv[1]))\n"
        "journal.append({'case': 'a', 'status': 'ok'})\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try:\n    journal.append({'case': 'b', 'status': 'ok' * 100})\n"
        "except OutputRefused as error:\n    print(error)\n"
        "journal.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "j")], check=True, capture_output=True, text=True
    )
    assert str(tmp_path / "j") in done.stdout and "--resume" in done.stdout
    with Journal(tmp_path / "j") as journal:
        assert len(journal) == 1 and journal.read("a")["status"] == "ok"


def test_a_journal_that_cannot_be_made(tmp_path):
    (tmp_path / "j").mkdir()
    with pytest.raises(OutputRefused, match="j: cannot be written"):
        Journal(tmp_path / "j")


@pytest.mark.parametrize(
    "line", [b"\n", b"{}\n", b'{"crc32":"00000000","entry":[]}\n', b'{"crc32":"zz"\n', b"x"]
)
def test_lines_that_are_no_entries(line):
    with pytest.raises(ValueError):
        decode(line)


def test_an_entry_is_on_the_disk_when_append_returns(tmp_path):
    code = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom tps.batch.run.journal import Journal\n"
        "journal = Journal(Path(sys.argv[1]))\n"
        "journal.append({'case': 'a', 'status': 'ok'})\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "j")], check=False)
    assert done.returncode == -signal.SIGKILL
    with Journal(tmp_path / "j") as journal:
        assert journal.read("a")["status"] == "ok"
    assert os.path.getsize(tmp_path / "j") == len(encode({"case": "a", "status": "ok"}))
