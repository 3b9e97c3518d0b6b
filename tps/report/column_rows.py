"""What the columns of a plan folder's tables mean, for the end of the report."""

from tps.export.tables import DVH_COLUMNS, NEEDLE_COLUMNS, ORDER_COLUMNS
from tps.formats.seeds_csv import COLUMNS as SEED_COLUMNS
from tps.language import catalogue

TABLES = {
    "needles": tuple(NEEDLE_COLUMNS),
    "seeds": tuple(SEED_COLUMNS),
    "order": tuple(ORDER_COLUMNS),
    "dvh": tuple(DVH_COLUMNS),
}


def column_tables() -> list[tuple[str, list[tuple[str, str]]]]:
    """File name of each table, with name and meaning of each column."""
    said = catalogue()
    return [
        (f"{table}.csv", [(name, said.text(f"column.{table}.{name}")) for name in names])
        for table, names in TABLES.items()
    ]
