#!/usr/bin/env python3
"""Times `ogi check` over a folder of many reports, with one thread and with two.

    cargo build --release -p ogi-cli
    cargo run --release -p ogi-testkit --example write_reports -- FOLDER 100000
    python3 benches/batch.py target/release/ogi FOLDER

Prints wall time, processor time (user and system) and peak memory of each run, the best of three. Where other work
runs on the machine, the wall time says little: look at processor time over wall time.
"""

import os
import subprocess
import sys
import time


def run(program, paths, jobs):
    arguments = [program, "check", "--format", "jsonl", "--jobs", str(jobs), *paths]
    start = time.monotonic()
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if child.returncode not in (0, 1):
        sys.exit(f"{arguments[:6]}: exit code {child.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(program, folder):
    subfolders = sorted(it.path for it in os.scandir(folder) if it.is_dir())
    print(f"{'files':>8} {'jobs':>4} {'wall s':>8} {'cpu s':>8} {'cpu/wall':>8} {'MiB':>7}")
    for part in (len(subfolders) // 100 or 1, len(subfolders) // 10 or 1, len(subfolders)):
        paths = subfolders[:part]
        files = sum(len(os.listdir(it)) for it in paths)
        best = {}
        for jobs in (1, 2):
            # In the slowest run the machine did something else.
            wall, cpu, memory = min(run(program, paths, jobs) for _ in range(3))
            best[jobs] = wall
            print(f"{files:8} {jobs:4} {wall:8.2f} {cpu:8.2f} {cpu / wall:8.2f} {memory:7.1f}")
        print(f"{'':13} two threads are {best[1] / best[2]:.2f} times as fast as one")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
