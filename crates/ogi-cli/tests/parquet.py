"""Other programs read from the Parquet files of `ogi export` what its CSV files say.

    python3 parquet.py FOLDER

The folder has the four tables in both formats. pyarrow, duckdb and polars are tried; one that is not here is skipped,
loudly.
"""

import csv
import importlib
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

TABLES = ["reports", "figures", "findings", "unread"]


def with_pyarrow(path):
    import pyarrow.parquet as parquet

    table = parquet.read_table(path)
    assert table.schema.metadata[b"ogi.schema_version"] == b"1"
    return table.column_names, [tuple(row.values()) for row in table.to_pylist()]


def with_duckdb(path):
    import duckdb

    # No name needs quotes: none is a word of SQL.
    names = [row[0] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").fetchall()]
    return names, duckdb.sql(f"SELECT {', '.join(names)} FROM '{path}'").fetchall()


def with_polars(path):
    import polars

    frame = polars.read_parquet(path)
    return frame.columns, frame.rows()


def is_same(value, text):
    """Whether a value is what CSV writes, blanks as nothing."""
    if value is None:
        return text == ""
    if isinstance(value, date):
        return value.isoformat() == text
    if isinstance(value, (int, Decimal)):
        return Decimal(text) == value
    # The apostrophe before what a spreadsheet would take for a formula.
    return value == text or "'" + value == text


def main(folder):
    for name, read in [("pyarrow", with_pyarrow), ("duckdb", with_duckdb), ("polars", with_polars)]:
        try:
            importlib.import_module(name)
        except ImportError:
            print(f"!!! SKIPPED: {name} is not here (pip install {name})")
            continue
        for table in TABLES:
            with open(folder / f"{table}.csv", encoding="utf-8", newline="") as file:
                heads, *lines = list(csv.reader(file))
            names, rows = read(str(folder / f"{table}.parquet"))
            assert list(names) == heads, (name, table, names)
            assert len(rows) == len(lines), (name, table, len(rows), len(lines))
            for number, (row, line) in enumerate(zip(rows, lines)):
                for head, value, text in zip(heads, row, line):
                    assert is_same(value, text), (name, table, number, head, value, text)
            print(f"{name}: {table}: {len(rows)} rows are those of CSV")


main(Path(sys.argv[1]))
