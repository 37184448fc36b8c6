"""What the native module has. Names of cells are `table.row.column`, as in `applications.newly_received.total`."""

import datetime
import os
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, BinaryIO, Literal, TypeAlias, final

_Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | BinaryIO

__version__: str

class OgiError(Exception):
    """What cannot be read, checked or written."""

    kind: str
    """A stable word: notice, not-a-report, damaged, encrypted, unsupported, too-large, json, options, policy …"""
    zh: str
    en: str

@final
class Cell:
    """What a cell prints. A blank is not 0, and nothing is guessed."""

    @property
    def kind(self) -> Literal["number", "blank", "not_applicable", "unreadable", "absent"]: ...
    @property
    def value(self) -> int | Decimal | None:
        """A count as int, money (万元) as Decimal; None if it is no number."""
    @property
    def remark(self) -> str | None: ...

@final
class Report:
    @staticmethod
    def from_json(json: str) -> Report: ...
    @property
    def title(self) -> str | None: ...
    @property
    def agency(self) -> str | None: ...
    @property
    def agency_kind(self) -> str | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def published(self) -> datetime.date | None: ...
    @property
    def overview(self) -> str | None: ...
    @property
    def problems(self) -> str | None: ...
    @property
    def other_matters(self) -> str | None: ...
    def __getitem__(self, cell: str, /) -> Cell:
        """KeyError if the form has no cell of this name."""
    def cells(self) -> dict[str, Cell]:
        """Every cell that the report has, in the form's order."""
    def to_json(self) -> str:
        """The exchange format, as `ogi parse` prints it."""
    def to_dict(self) -> dict[str, Any]: ...

@final
class Reading:
    @property
    def report(self) -> Report: ...
    @property
    def text(self) -> str:
        """The decoded source; places point into it."""
    @property
    def notes(self) -> list[dict[str, Any]]:
        """What was odd about the source."""
    def place(self, cell: str) -> dict[str, Any] | None:
        """Where a figure stands in the source."""
    def to_json(self) -> str:
        """All of it, as `ogi parse --full` prints it."""

@final
class Finding:
    @property
    def rule(self) -> str: ...
    @property
    def severity(self) -> Literal["error", "warning", "info"]: ...
    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def cell(self) -> str | None: ...
    @property
    def cells(self) -> list[str]: ...
    @property
    def printed(self) -> str: ...
    @property
    def observed(self) -> int | Decimal | None: ...
    @property
    def expected(self) -> int | Decimal | None:
        """What the other figures imply, if that is one value."""
    @property
    def residual(self) -> int | Decimal | None: ...
    @property
    def place(self) -> dict[str, Any] | None: ...
    @property
    def waived(self) -> str | None:
        """The reason, if the policy waives it."""

@final
class Edit:
    @property
    def cell(self) -> str: ...
    @property
    def before(self) -> int | Decimal | None: ...
    @property
    def after(self) -> int | Decimal: ...

@final
class Explanation:
    """What may have gone wrong; nothing is changed by itself."""

    @property
    def id(self) -> int: ...
    @property
    def mechanism(self) -> str: ...
    @property
    def posterior(self) -> float: ...
    @property
    def edits(self) -> list[Edit]: ...

@final
class Outcome:
    @property
    def verdict(self) -> Literal["accepted", "rejected", "incomplete"]: ...
    @property
    def accepted(self) -> bool: ...
    @property
    def meaning(self) -> tuple[str, str]:
        """What the verdict means: in Chinese, in English."""
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def explanations(self) -> list[Explanation]:
        """The likeliest first."""
    def to_json(self) -> str:
        """The object of a file, as `ogi check --format jsonl` prints it."""
    def to_dict(self) -> dict[str, Any]: ...

@final
class File:
    """One of many: read and checked, or why not."""

    @property
    def path(self) -> str: ...
    @property
    def error(self) -> OgiError | None: ...
    @property
    def reading(self) -> Reading:
        """Raises the error if nothing was read."""
    @property
    def outcome(self) -> Outcome:
        """Raises the error if nothing was read."""

@final
class Files(Iterator[File]):
    def __iter__(self) -> Files: ...
    def __next__(self) -> File: ...

@final
class Table:
    """Arrow's PyCapsule interface: polars.from_arrow(it), pyarrow.table(it), pandas and DuckDB take it without copying."""

    @property
    def column_names(self) -> list[str]: ...
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

@final
class Tables:
    """The tables of `ogi export`; schema/export.md describes their columns."""

    @property
    def reports(self) -> Table: ...
    @property
    def figures(self) -> Table: ...
    @property
    def findings(self) -> Table: ...
    @property
    def unread(self) -> Table: ...

def read(source: _Source) -> Reading:
    """Reads a report in any format; OgiError if it holds none, OSError if the file cannot be opened."""

def check(
    source: _Source | Reading | Report,
    *,
    policy: str | None = None,
    as_of: datetime.date | str | None = None,
) -> Outcome:
    """Checks a report. A bare Report has no places, and rules about its source are not evaluated. `policy` is TOML."""

def write(
    source: _Source | Reading | Report,
    format: Literal["text", "markdown", "html", "json", "docx", "xlsx"],
) -> bytes:
    """The report in a format."""

def annotate(
    source: _Source,
    *,
    language: Literal["zh", "en"] = "zh",
    policy: str | None = None,
    as_of: datetime.date | str | None = None,
) -> bytes:
    """The same .docx or .xlsx with a comment at each finding."""

def tally(
    register: _Source,
    year: int,
    *,
    agency: str | None = None,
    mapping: str | None = None,
) -> tuple[Report, str]:
    """Tables three and four from a register of requests: the report, and the whole count as JSON (`ogi tally --format json`).
    `mapping` is TOML; it is guessed without."""

def read_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    threads: int = 0,
    policy: str | None = None,
    as_of: datetime.date | str | None = None,
) -> Files:
    """Reads and checks files by several threads (0: as many as there are cores), in their order and with little memory. A
    file that cannot be read does not stop the others."""

def tables(files: Iterable[File]) -> Tables:
    """The tables of research of these files."""
