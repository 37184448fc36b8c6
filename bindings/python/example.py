"""A typed example, which mypy --strict checks."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import ogi


def received(path: Path) -> int | Decimal | None:
    report: ogi.Report = ogi.read(path).report
    return report["applications.newly_received.total"].value


def errors(path: Path) -> list[str]:
    return [it.zh for it in ogi.check(path, as_of="2026-02-01").findings if it.severity == "error"]


def agencies(folder: Path) -> dict[str, str | None]:
    files = ogi.read_many(sorted(folder.glob("*.txt")), threads=2)
    return {file.path: file.reading.report.agency for file in files if file.error is None}


if __name__ == "__main__":
    reports = Path(__file__).parents[2] / "examples" / "reports"
    print(received(reports / "garden-street-2024.txt"))
    print(*errors(reports / "garden-street-2024.txt"), sep="\n")
    print(*agencies(reports).values(), sep="\n")
