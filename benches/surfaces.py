#!/usr/bin/env python3
"""Processor time of a report through each surface against the library, side by side, as a table of Markdown.

    python3 benches/surfaces.py [--rounds N] NAME=COMMAND ... -- SOURCE ...

Each command takes a source and a number of rounds, and checks the source as often, with the JSON made. It is run with N rounds and
with 3 N: the difference, divided by 2 N, is the time of one, without what a start takes. It is processor time, so that other work on
the machine counts little. Commands take turns, and of five turns the best counts. The first is what the others are compared with. A
command that begins with `@` is a program that is started anew for each report. `.ci/run` has the commands.
"""

import os
import shlex
import subprocess
import sys

TURNS = 5


def processor_time(words):
    """Seconds of processor time that a command takes, in all its threads."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def once(command, source, rounds):
    if command.startswith("@"):
        words = [*shlex.split(command[1:]), source]
        return sum(processor_time(words) for _ in range(5)) / 5
    few, many = ([*shlex.split(command), source, str(n)] for n in (rounds, 3 * rounds))
    return (processor_time(many) - processor_time(few)) / (2 * rounds)


def main():
    arguments, sources = sys.argv[1 : sys.argv.index("--")], sys.argv[sys.argv.index("--") + 1 :]
    rounds = 200
    if arguments[0] == "--rounds":
        rounds, arguments = int(arguments[1]), arguments[2:]
    surfaces = [it.split("=", 1) for it in arguments]
    print("| | " + " | ".join(name for name, _ in surfaces) + " |")
    print("|---|" + "---:|" * len(surfaces))
    for source in sources:
        best = [float("inf")] * len(surfaces)
        for _ in range(TURNS):
            for n, (_, command) in enumerate(surfaces):
                best[n] = min(best[n], once(command, source, rounds))
        cells = [f"{it * 1e6:.0f} µs ({it / best[0]:.2f})" for it in best]
        print(f"| {source.rsplit('/', 1)[-1]} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
