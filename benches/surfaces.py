#!/usr/bin/env python3
"""Time of a report through each surface against the library, side by side, as a table of Markdown.

    python3 benches/surfaces.py [--rounds N] NAME=COMMAND ... -- SOURCE ...

Each command takes a source and a number of rounds and prints the microseconds of one check, with its JSON made. The first is what
the others are compared with. Commands take turns, and of five turns the fastest counts. A command that begins with `@` is
a program that is started anew for each report, and is timed from outside. `.ci/run` has the commands.
"""

import shlex
import subprocess
import sys
import time

TURNS = 5


def once(command, source, rounds):
    if not command.startswith("@"):
        words = [*shlex.split(command), source, str(rounds)]
        return float(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout)
    words = [*shlex.split(command[1:]), source]
    runs = max(rounds // 20, 3)
    began = time.perf_counter()
    for _ in range(runs):
        # A report that is not accepted is no failure.
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - began) * 1e6 / runs


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
        cells = [f"{it:.0f} µs ({it / best[0]:.2f})" for it in best]
        print(f"| {source.rsplit('/', 1)[-1]} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
