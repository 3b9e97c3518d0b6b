"""A batch writes over its own earlier files alone, whatever a file is called."""

from pathlib import Path

import pytest

from benchmarks.batch_cohort import write_cohort
from tps.batch.options import RecomputeOptions
from tps.batch.outputs import check_outputs, csv_output, page_output, parquet_output
from tps.batch.plan_batch import PlanBatchOptions, plan_batch
from tps.batch.recompute import KEY_COLUMNS, recompute
from tps.batch.run.items import Executor
from tps.batch.run.journal import Journal, encode, journal_path
from tps.errors import BadInput, OutputRefused, WrongUsage
from tps.formats.folder import write_folder

COLUMNS = ("case", "patient", "variant")
OURS = "\ufeffcase,patient,variant,status\n"
THEIRS = "name,born\nsomebody,1950\n"


def output(path: Path):
    return csv_output(path, COLUMNS)


@pytest.mark.parametrize("how", [{"resume": True}, {"overwrite": True}])
@pytest.mark.parametrize("text", [THEIRS, "case,patient\n", "%PDF-1.7", "\x00\x01"])
def test_another_program_s_file_is_never_replaced(tmp_path, how, text):
    table = tmp_path / "results.csv"
    table.write_text(text)
    settings = {"resume": False, "overwrite": False} | how
    with pytest.raises(OutputRefused, match="is not a table of this command"):
        check_outputs([output(table)], journal_path(table), **settings)
    assert table.read_text() == text
    for theirs in (page_output(table), parquet_output(table, COLUMNS)):
        pytest.importorskip("pyarrow", reason="the extra `tables` is not installed")
        with pytest.raises(OutputRefused, match="is not a"):
            check_outputs([theirs], journal_path(table), **settings)
    table.write_text(OURS)
    check_outputs([output(table)], journal_path(table), **settings)
    with pytest.raises(OutputRefused, match="there already"):
        check_outputs([output(table)], journal_path(table), False, False)


def test_no_file_is_written_twice_or_over_an_input(tmp_path):
    table, key = tmp_path / "results.csv", tmp_path / "key.csv"
    for twice in (table, tmp_path / "sub" / ".." / "results.csv", journal_path(table)):
        with pytest.raises(WrongUsage, match="written twice"):
            check_outputs([output(table), output(twice)], journal_path(table), False, True)
    table.write_text(OURS)
    key.symlink_to(table)
    with pytest.raises(WrongUsage, match="written twice"):
        check_outputs([output(table), output(key)], journal_path(table), False, True)
    with pytest.raises(OutputRefused, match="also read"):
        check_outputs([output(table)], journal_path(table), False, True, inputs=[key])


def test_a_journal_is_one_by_what_it_says(tmp_path):
    path, theirs = tmp_path / "results.csv.journal", tmp_path / "theirs"
    for text in ("one line without end", "a\nb\n"):
        path.write_text(text)
        for fresh in (False, True):
            with pytest.raises(BadInput, match="not a journal of this program"):
                Journal(path, fresh)
        assert path.read_text() == text
    path.unlink()
    theirs.write_bytes(encode({"case": "a"}))
    path.symlink_to(theirs)
    with pytest.raises(OutputRefused, match="cannot be written"):
        Journal(path, fresh=True)
    assert theirs.read_bytes() == encode({"case": "a"})
    path.unlink()
    Journal(path).close()
    assert path.stat().st_mode & 0o077 == 0


def test_the_key_of_a_recomputation_spares_what_is_there(tmp_path):
    write_cohort(tmp_path / "plans", 1, 4)
    out, key = tmp_path / "results.csv", tmp_path / "key.csv"
    options = {"where": Executor(1), "summary": False}

    def again(key_file, **how):
        return recompute([tmp_path / "plans"], out, RecomputeOptions(), key_file=key_file, **options, **how)

    with pytest.raises(WrongUsage, match="written twice"):
        again(out)
    key.write_text(THEIRS)
    with pytest.raises(OutputRefused, match="key.csv: is not a table"):
        again(key, overwrite=True)
    plan = next((tmp_path / "plans").rglob("RP.dcm"))
    before = plan.read_bytes()
    with pytest.raises(OutputRefused, match="also read"):
        again(plan, overwrite=True)
    assert key.read_text() == THEIRS and plan.read_bytes() == before
    assert not out.exists() and not journal_path(out).exists()
    key.unlink()
    again(key)
    assert again(key, overwrite=True).failed == 0
    assert key.read_text(encoding="utf-8-sig").startswith(",".join(KEY_COLUMNS))
    assert {p.stat().st_mode & 0o077 for p in (out, key, journal_path(out))} == {0}


def test_no_case_replaces_what_another_reads(tmp_path):
    document = '{"schema": "seedwright-plan/1", "files": {"RTSTRUCT.dcm": ""}}'
    write_folder(tmp_path / "out" / "b", {"plan.json": document, "RTSTRUCT.dcm": "drawn"})
    manifest = tmp_path / "cases.csv"
    manifest.write_text("case,ct,structures,targets\na,ct,out/b/RTSTRUCT.dcm,T\nb,ct,rs.dcm,T\n")
    for how in ({"resume": True}, {"overwrite": True}):
        with pytest.raises(OutputRefused, match="RTSTRUCT.dcm would be replaced"):
            plan_batch(manifest, tmp_path / "out", PlanBatchOptions(), where=Executor(1), **how)
    assert (tmp_path / "out" / "b" / "RTSTRUCT.dcm").read_text() == "drawn"
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["b"]
