"""What is kept as CSV, in node: no cell is run by a spreadsheet."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.modules.test_rules import NODE

TEST = Path(__file__).with_name("csv.test.mjs")


def test_s12_no_cell_of_a_csv_is_run_by_a_spreadsheet() -> None:
    ran = subprocess.run([NODE, "--test", str(TEST)], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert "pass 3" in ran.stdout
