"""Times the package, for benches/surfaces.py: `overhead.py SOURCE ROUNDS` prints the microseconds of a check."""

import sys
import time
from pathlib import Path

import ogi

source, rounds = Path(sys.argv[1]).read_bytes(), int(sys.argv[2])
ogi.check(source).to_json()
began = time.perf_counter()
for _ in range(rounds):
    ogi.check(source).to_json()
print(f"{(time.perf_counter() - began) * 1e6 / rounds:.2f}")
