"""Write the JSON schemas of what the program writes and takes; ``--check`` only tells of those that drifted.

    python -m docs.schemas [--check]

They follow from the code that reads and writes these documents, and are not to be changed by hand.
"""

import json
import re
import sys
from pathlib import Path

from tps.batch import plan_batch, table
from tps.batch.table import NUMBER, TEXT, WHOLE
from tps.export.plan_json import SCHEMA, PlanFile
from tps.model import Prescription
from tps.model.steering import Line, Steering
from tps.pipeline.request import PlanRequest, SphereTarget
from tps.pipeline.request_document import ProtocolDocument, RequestDocument

FOLDER = Path(__file__).resolve().parent
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_KINDS = {TEXT: "string", WHOLE: "integer", NUMBER: "number"}
_DOCUMENTED = {noun.__name__: noun for noun in (PlanRequest, Prescription, SphereTarget, Steering, Line)}


def meanings_of(noun: type) -> dict[str, str]:
    """What the numpydoc of a class says of each argument."""
    section = (noun.__doc__ or "").partition("Parameters\n    ----------\n")[2]
    section = re.split(r"\n\n    \w+\n    -{3,}", section)[0]
    found = {}
    for entry in re.split(r"\n(?=    \S)", section):
        head, _, text = entry.strip().partition("\n")
        for name in head.split(" : ")[0].split(","):
            found[name.strip()] = " ".join(text.replace("``", "").split())
    return found


def _plainer(schema):
    """Without the titles that only repeat names; with what the nouns' docstrings say."""
    if isinstance(schema, list):
        return [_plainer(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    meanings = meanings_of(_DOCUMENTED[schema["title"]]) if schema.get("title") in _DOCUMENTED else {}
    plain = {
        key: _plainer(value) for key, value in schema.items() if key != "title" or "properties" in schema
    }
    for name, each in plain.get("properties", {}).items():
        if meanings.get(name) and "description" not in each and "$ref" not in each:
            each["description"] = meanings[name]
    return plain


def _named(name: str, title: str, schema: dict) -> dict:
    return {"$schema": DIALECT, "$id": f"{name}.schema.json", **schema, "title": title}


def _row_schema(columns, needed: tuple[str, ...]) -> dict:
    return {
        "description": "One row: values by column, in the order of the file; null where the cell is empty.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {
                "type": [_KINDS[kind], "null"] if name not in needed else _KINDS[kind],
                "description": meaning,
            }
            for name, kind, meaning in columns
        },
        "required": list(needed),
    }


def schemas() -> dict[str, dict]:
    """Name of each document to its schema."""
    plan = _plainer(PlanFile.model_json_schema())
    plan["properties"]["schema"] = {"const": SCHEMA}
    plan["properties"]["request"]["description"] = "What was asked for; see request.schema.json."
    request = _plainer(RequestDocument.model_json_schema())
    protocol = _plainer(ProtocolDocument.model_json_schema())
    return {
        "plan": _named("plan", "plan.json of a plan folder", plan),
        "request": _named("request", "request of plan.json: what was asked of the planner", request),
        "protocol": _named("protocol", "a protocol (TOML): settings that differ from the defaults", protocol),
        "results": _named(
            "results", "a row of the table of tps recompute", _row_schema(table.COLUMNS, ("case", "status"))
        ),
        "cases": _named(
            "cases",
            "a row of the table of tps plan-batch",
            _row_schema(plan_batch.COLUMNS, ("case", "status")),
        ),
    }


def texts() -> dict[Path, str]:
    """File to text of each schema."""
    return {
        FOLDER / f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas().items()
    }


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` tell of those that have drifted."""
    drifted = [p for p, text in texts().items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    for path in drifted:
        if "--check" not in arguments:
            path.write_text(texts()[path], encoding="utf-8")
        sys.stdout.write(f"{path.name}\n")
    return 1 if drifted and "--check" in arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
