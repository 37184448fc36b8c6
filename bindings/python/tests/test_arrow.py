"""The tables, as pyarrow, polars, pandas and DuckDB take them."""

from __future__ import annotations

from pathlib import Path

import pytest

import ogi

ROOT = Path(__file__).resolve().parents[3]
PATHS = sorted((ROOT / "examples" / "reports").glob("*.txt"))


@pytest.fixture(scope="module")
def tables() -> ogi.Tables:
    return ogi.tables(ogi.read_many([*PATHS, "nowhere.txt"]))


def received() -> int:
    values = [ogi.read(it).report["applications.newly_received.total"].value for it in PATHS]
    return sum(int(it) for it in values if it is not None)


def test_rows(tables: ogi.Tables) -> None:
    assert (len(tables.reports), len(tables.unread)) == (3, 1)
    assert len(tables.figures) == sum(len(ogi.read(it).report.cells()) for it in PATHS)
    assert len(tables.findings) == sum(len(ogi.check(it).findings) for it in PATHS)
    assert "count_value" in tables.figures.column_names


def test_pyarrow(tables: ogi.Tables) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.compute as compute

    figures = pyarrow.table(tables.figures)
    assert figures.schema.metadata[b"ogi.table"] == b"figures"
    chosen = figures.filter(
        compute.and_(compute.equal(figures["row_key"], "newly_received"), compute.equal(figures["column_key"], "total"))
    )
    assert compute.sum(chosen["count_value"]).as_py() == received()
    # Handed over, not copied: a second table of the same object has its bytes at the same place.
    first, second = (pyarrow.table(tables.figures)["count_value"].chunk(0).buffers()[1].address for _ in range(2))
    assert first == second


def test_polars(tables: ogi.Tables) -> None:
    polars = pytest.importorskip("polars")
    figures = polars.DataFrame(tables.figures)
    chosen = figures.filter((polars.col("row_key") == "newly_received") & (polars.col("column_key") == "total"))
    assert chosen["count_value"].sum() == received()


def test_pandas(tables: ogi.Tables) -> None:
    pandas = pytest.importorskip("pandas")
    figures = pandas.DataFrame.from_arrow(tables.figures)
    chosen = figures[(figures["row_key"] == "newly_received") & (figures["column_key"] == "total")]
    assert chosen["count_value"].sum() == received()


def test_duckdb(tables: ogi.Tables) -> None:
    duckdb = pytest.importorskip("duckdb")
    figures = tables.figures  # noqa: F841 DuckDB finds it by its name.
    query = "select sum(count_value) from figures where row_key = 'newly_received' and column_key = 'total'"
    assert duckdb.sql(query).fetchall() == [(received(),)]
