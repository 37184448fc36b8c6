"""The tutorial shows what happens, in both languages."""

from __future__ import annotations

import datetime
import doctest
import os
import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_tutorial(language: str, tmp_path: Path) -> None:
    pytest.importorskip("polars")
    page = (ROOT / "docs" / language / "python.md").read_text("utf-8")
    blocks = re.findall(r"```pycon\n(.*?)```", page, re.DOTALL)
    assert len(blocks) > 8
    folder = shutil.copytree(ROOT / "examples", tmp_path / "examples")
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {"datetime": datetime}, language, None, None)
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = doctest.DocTestRunner().run(test)
    finally:
        os.chdir(before)
    assert (result.failed, result.attempted > 20) == (0, True)
