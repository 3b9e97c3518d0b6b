"""The standing load test: 200 random phantoms, one machine and a cluster, flat memory."""

import csv
import resource

import pytest
from dask_processes import cluster

from benchmarks.batch_cohort import write_phantom_cohort
from tps.batch.recompute import recompute
from tps.batch.run.items import Executor

PLANS = 200

# Asked for: under 2 GB in all.  The largest single process is seen here; there are three.
MOST_MB = 650


@pytest.mark.slow
def test_two_hundred_phantoms_on_one_machine_and_on_a_cluster(tmp_path):
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    write_phantom_cohort(tmp_path / "cohort", PLANS, keep_ct=5)
    report = recompute([tmp_path / "cohort"], tmp_path / "one" / "results.csv", where=Executor(2))
    assert (report.plans, report.failed) == (PLANS, 0), report.failures
    largest_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert largest_mb < MOST_MB
    with cluster(tmp_path) as (address, _):
        recompute(
            [tmp_path / "cohort"],
            tmp_path / "two" / "results.csv",
            where=Executor(scheduler=address),
            parquet=True,
        )
    one, two = ((tmp_path / n / "results.csv").read_bytes() for n in ("one", "two"))
    assert one == two
    with open(tmp_path / "one" / "results.csv", newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    targets = [row for row in rows if row["role"] == "target"]
    assert len(targets) == len({row["case"] for row in targets}) == PLANS
    assert {row["roi"] for row in rows} == {"Target", "Spinal-Cord"}  # the body's outline is no organ
    assert all(0.0 <= float(row["v100"]) <= 1.0 and float(row["d90_gy"]) > 0 for row in targets)


def test_a_phantom_cohort_in_small(tmp_path):
    write_phantom_cohort(tmp_path / "cohort", 2, keep_ct=1)
    report = recompute([tmp_path / "cohort"], tmp_path / "results.csv", where=Executor(1), summary=False)
    assert (report.plans, report.failed, report.rows) == (2, 0, 4), report.failures
