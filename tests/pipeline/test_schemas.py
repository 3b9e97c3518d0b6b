"""The published schemas: made from the code, and of one mind with what the program takes and refuses."""

import copy
import json
import subprocess
import sys
import tomllib
from dataclasses import asdict

import jsonschema
import pytest
from export_case import make_case, plan_folder_files, small_plan
from places import ROOT
from pydantic import ValidationError

from tps.batch import plan_batch, recompute
from tps.errors import BadInput
from tps.export.plan_json import SCHEMA, PlanFile
from tps.model import Protocol
from tps.pipeline.request_record import request_of, request_record
from tps.sources.library import load_source

FOLDER = ROOT / "docs" / "schemas"
NAMES = ("plan", "request", "protocol", "results", "cases")


def load(name):
    path = FOLDER / name
    text = path.read_text(encoding="utf-8")
    return tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)


def example(name):
    return load("examples/protocol.toml" if name == "protocol" else f"examples/{name}.json")


def validator(name):
    schema = load(f"{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def read_plan(document):
    assert document.get("schema") == SCHEMA
    PlanFile.model_validate(document).plan()


def read_row(checked):
    def read(row):
        entry = {"status": "ok", "key": "k", "rows": [row]}
        assert not checked.fault(entry), checked.fault(entry)

    return read


READERS = {
    "plan": read_plan,
    "request": request_of,
    "protocol": lambda values: Protocol(**values),
    "results": read_row(recompute.ENTRIES),
    "cases": read_row(plan_batch.ENTRIES),
}


def changed(document, change):
    document = copy.deepcopy(document)
    *way, last = change["at"]
    place = document
    for step in way:
        place = place[step]
    if "value" in change:
        place[last] = change["value"]
    else:
        del place[last]
    return document


def wrong_examples():
    for name in NAMES:
        for change in load(f"examples/{name}.wrong.json"):
            yield pytest.param(name, change, id=f"{name}: {change['why']}")


def test_schemas_are_those_of_the_code():
    done = subprocess.run(
        [sys.executable, "-m", "docs.schemas", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, f"run `make schemas`: {done.stdout}{done.stderr}"


@pytest.mark.parametrize("name", NAMES)
def test_an_example_passes_and_is_read(name):
    validator(name).validate(example(name))
    READERS[name](example(name))


@pytest.mark.parametrize(("name", "change"), list(wrong_examples()))
def test_a_wrong_one_is_refused_by_schema_and_program(name, change):
    document = changed(example(name), change)
    assert not validator(name).is_valid(document)
    with pytest.raises((BadInput, ValidationError, ValueError, TypeError, AssertionError)):
        READERS[name](document)


def test_every_word_of_a_request_is_recorded_as_the_schema_has_it():
    request = request_of(example("request"))
    record = request_record(request)
    validator("request").validate(record)
    assert set(record) == set(load("request.schema.json")["properties"])
    assert request_record(request_of(record)) == record


@pytest.mark.parametrize(("name", "columns"), [("results", recompute.COLUMNS), ("cases", plan_batch.COLUMNS)])
def test_columns_of_a_table_are_in_its_schema_in_their_order(name, columns):
    assert list(load(f"{name}.schema.json")["properties"]) == [column for column, _, _ in columns]


def test_a_plan_that_was_written_is_as_the_schema_says(tmp_path):
    source = load_source("i125_6711")
    files = plan_folder_files(make_case(tmp_path / "ct"), small_plan(), source)
    validator("plan").validate(json.loads(files["plan.json"]))


def test_protocols_of_the_defaults_pass():
    validator("protocol").validate({})
    plain = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(Protocol()).items()}
    validator("protocol").validate(plain)
