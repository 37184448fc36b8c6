"""For benches/surfaces.py: `overhead.py SOURCE ROUNDS` checks the source as often."""

import sys
from pathlib import Path

import ogi

source, rounds = Path(sys.argv[1]).read_bytes(), int(sys.argv[2])
for _ in range(rounds):
    ogi.check(source).to_json()
