from __future__ import annotations

import datetime
import io
import json
import subprocess
import threading
import time
from decimal import Decimal
from pathlib import Path

import pytest

import ogi

ROOT = Path(__file__).resolve().parents[3]
GARDEN = ROOT / "examples" / "reports" / "garden-street-2024.txt"
CASES = ROOT / "conformance" / "cases"


def test_paths_bytes_and_files_are_the_same() -> None:
    report = ogi.read(GARDEN).report
    assert report == ogi.read(str(GARDEN)).report
    assert report == ogi.read(GARDEN.read_bytes()).report
    assert report == ogi.read(bytearray(GARDEN.read_bytes())).report
    assert report == ogi.read(io.BytesIO(GARDEN.read_bytes())).report
    with GARDEN.open("rb") as file:
        assert report == ogi.read(file).report
    with GARDEN.open(encoding="utf-8") as text, pytest.raises(TypeError):
        ogi.read(text)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ogi.read(7)  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        ogi.read("nowhere.txt")


def test_cells_are_as_printed() -> None:
    report = ogi.read(GARDEN).report
    assert report["applications.newly_received.total"].value == 20
    assert type(report["applications.newly_received.total"].value) is int
    fees = report["active_disclosure.fees.amount"]
    assert (fees.kind, fees.value) == ("blank", None)
    assert (report.agency, report.agency_kind, report.year) == ("示例区花园街道办事处", "street", 2024)
    assert report.published == datetime.date(2025, 1, 23)
    assert list(report.cells())[0] == "active_disclosure.rules.issued"
    with pytest.raises(KeyError):
        report["applications.newly_received.nobody"]
    money = ogi.read(CASES / "by-hand-money-in-yuan.txt").report["active_disclosure.fees.amount"]
    assert money.value == Decimal("25.1")
    remark = ogi.read(CASES / "by-hand-remark.txt").report["active_disclosure.licensing.decisions"]
    assert (remark.value, remark.remark) == (22, "其中延续16件")


def test_findings_have_places_and_explanations() -> None:
    reading = ogi.read(GARDEN)
    outcome = ogi.check(reading)
    assert (outcome.verdict, outcome.accepted) == ("rejected", False)
    found = next(it for it in outcome.findings if it.rule == "t4-sum")
    assert found.cell == "disputes.reconsideration.total"
    assert (found.observed, found.expected, found.residual) == (0, 2, -2)
    assert found.zh == "“行政复议·总计”为0，而各部分相加为2"
    place = reading.place("disputes.reconsideration.total")
    assert place is not None and found.place is not None
    assert reading.text.encode()[place["start"] : place["end"]] == b"0"
    assert outcome.explanations[0].edits[0].cell in reading.report.cells()


def test_a_bare_report_is_checked_and_comes_back() -> None:
    report = ogi.Report.from_json(ogi.read(GARDEN).report.to_json())
    assert report == ogi.read(GARDEN).report
    assert "t4-sum" in [it.rule for it in ogi.check(report).findings]


def test_policies_are_obeyed() -> None:
    assert {it.rule for it in ogi.check(GARDEN, policy='select = ["t4-sum"]').findings} == {"t4-sum"}
    late = ogi.check(GARDEN, as_of=datetime.date(2025, 2, 1))
    assert late.to_json() == ogi.check(GARDEN, as_of="2025-02-01").to_json()
    with pytest.raises(ogi.OgiError) as error:
        ogi.check(GARDEN, policy="selekt = []")
    assert error.value.kind and error.value.zh and error.value.en


def test_what_is_written_is_read_again() -> None:
    report = ogi.read(GARDEN).report
    for format in ("text", "markdown", "html", "json", "docx", "xlsx"):
        assert ogi.read(ogi.write(report, format)).report["applications.newly_received.total"].value == 20  # type: ignore[arg-type]
    with pytest.raises(ogi.OgiError):
        ogi.write(report, "pdf")  # type: ignore[arg-type]


def test_annotated_documents_are_the_same_report() -> None:
    source = CASES / "written-docx-2021-faulty.docx"
    annotated = ogi.annotate(source, language="en")
    assert annotated != source.read_bytes()
    assert ogi.read(annotated).report == ogi.read(source).report


def test_registers_are_counted() -> None:
    report, whole = ogi.tally(ROOT / "examples" / "register" / "register-2025.xlsx", 2025, agency="示例市民政局")
    assert (report.agency, report.year) == ("示例市民政局", 2025)
    assert json.loads(whole)["report"] == report.to_dict()


def test_errors_carry_their_kind_in_both_languages() -> None:
    with pytest.raises(ogi.OgiError) as error:
        ogi.read("关于放假的通知".encode())
    assert error.value.kind == "not-a-report"
    assert error.value.zh in str(error.value) and error.value.en in str(error.value)


def test_many_files_come_in_their_order() -> None:
    paths = sorted(CASES.glob("*.txt")) + [Path("nowhere.txt")]
    alone = [ogi.check(it).to_json() if it.exists() and not it.name.startswith("by-hand-") else None for it in paths]
    for threads in (1, 2, 8):
        files = list(ogi.read_many(iter(paths), threads=threads))
        assert [it.path for it in files] == [str(it) for it in paths]
        assert files[-1].error is not None and files[-1].error.kind == "io"
        with pytest.raises(ogi.OgiError):
            files[-1].reading
        for file, wanted in zip(files, alone, strict=True):
            assert wanted is None or file.outcome.to_json() == wanted
    # Whoever stops early leaves nothing behind, and paths may be without end.
    endless = ogi.read_many((GARDEN for _ in iter(int, 1)), threads=2)
    assert [next(endless).path for _ in range(3)] == [str(GARDEN)] * 3


def test_other_threads_run_while_files_are_read() -> None:
    """While a file is read, another thread of Python goes on: the GIL is released."""
    page = (CASES / "html-portal-2019-sound.html").read_bytes()
    ticks, done = [0], threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks[0] += 1
            time.sleep(0)

    other = threading.Thread(target=tick)
    other.start()
    try:
        longest = 0.0
        for _ in range(20):
            before, began = ticks[0], time.perf_counter()
            ogi.read(page)
            longest = max(longest, time.perf_counter() - began)
            if ticks[0] > before:
                break
        assert ticks[0] > before, f"no other thread ran in {longest:.3f} s"
    finally:
        done.set()
        other.join()


def test_the_program_is_in_the_wheel() -> None:
    import sysconfig

    program = Path(sysconfig.get_path("scripts")) / "ogi"
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    assert said.split()[1] == ogi.__version__
    checked = subprocess.run(
        [program, "--no-settings", "check", "--format", "jsonl", GARDEN], capture_output=True, check=False
    ).stdout
    ours = ogi.check(GARDEN).to_dict()
    theirs = json.loads(checked)
    assert {**theirs, "path": ""} == ours
