"""Reads, checks and writes the Chinese statutory report 政府信息公开工作年度报告.

    >>> import ogi
    >>> reading = ogi.read("report.docx")
    >>> reading.report["applications.newly_received.total"].value
    31
    >>> [it.zh for it in ogi.check(reading).findings]
"""

from ogi._ogi import (
    Cell,
    Edit,
    Explanation,
    File,
    Files,
    Finding,
    OgiError,
    Outcome,
    Reading,
    Report,
    Table,
    Tables,
    __version__,
    annotate,
    check,
    read,
    read_many,
    tables,
    tally,
    write,
)

__all__ = [
    "Cell",
    "Edit",
    "Explanation",
    "File",
    "Files",
    "Finding",
    "OgiError",
    "Outcome",
    "Reading",
    "Report",
    "Table",
    "Tables",
    "__version__",
    "annotate",
    "check",
    "read",
    "read_many",
    "tables",
    "tally",
    "write",
]
