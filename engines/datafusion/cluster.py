#!/usr/bin/env python3
"""Runs a job on a scheduler and two executors on this machine, and the same job in one process; they must agree row for row.

    engines/datafusion/cluster.py [--pages 20000] [--layout standard] [--kill] [--profile dev|release] FOLDER

Builds what it needs, writes the pages into FOLDER if they are not there, and leaves the logs of all processes there. With --kill one
executor is killed (SIGKILL) in the middle of the job: what Ballista does then is shown, and nothing is done about it here.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCHEDULER, EXECUTORS = 50250, (50261, 50271)


def jobs(pages):
    everything = f"{pages}/*/*.txt"
    return {
        "reports": "select report_path, agency_key, report_year, form_edition, check_verdict, targets_judged, error_count,"
        f" warning_count, hint_count, unreadable_count from ogi_reports('{everything}') order by report_path",
        "figures": "select report_year, row_key, column_key, cell_state, count(*) as cells, sum(count_value) as total,"
        f" sum(amount_value) as amount from ogi_figures('{everything}')"
        " group by report_year, row_key, column_key, cell_state order by report_year, row_key, column_key, cell_state",
    }


def run(command, out):
    """The time that a command takes, and whether it ended well."""
    began = time.perf_counter()
    with out.open("wb") as file, out.with_suffix(".err").open("wb") as errors:
        status = subprocess.run(command, stdout=file, stderr=errors, check=False).returncode
    return time.perf_counter() - began, status == 0


def answers(port):
    with socket.socket() as it:
        return it.connect_ex(("127.0.0.1", port)) == 0


def wait_for(port, process):
    for _ in range(600):
        if process.poll() is not None:
            sys.exit(f"{process.args} ended")
        if answers(port):
            return
        time.sleep(0.1)
    sys.exit(f"nobody listens on {port}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--layout", nargs=1, default=[], help="pages in one layout, such as standard; all without it")
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--profile", choices=["dev", "release"], default="release")
    args = parser.parse_args()
    folder = args.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    cargo = ["cargo", "build", "--locked", "--quiet", "--profile", args.profile, "--all-features"]
    subprocess.run([*cargo, "--bins", "--manifest-path", HERE / "Cargo.toml"], check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", HERE / "target")).resolve()
    programs = target / {"dev": "debug", "release": "release"}[args.profile]
    pages = folder / "-".join(["pages", str(args.pages), *args.layout])
    if not pages.exists():
        write = ["cargo", "run", "--locked", "--quiet", "--release", "-p", "ogi-testkit", "--example", "write_reports"]
        subprocess.run([*write, "--", pages, str(args.pages), *args.layout], cwd=ROOT, check=True)

    # Another cluster would be asked instead, and measured.
    for port in (SCHEDULER, *EXECUTORS):
        if answers(port):
            sys.exit(f"another program listens on {port}")
    processes = {}

    def start(name, *words):
        log = (folder / f"{name}.log").open("wb")
        processes[name] = subprocess.Popen([programs / "ogi-cluster", *words], stdout=log, stderr=subprocess.STDOUT)

    alike = True
    try:
        start("scheduler", "scheduler", "--port", str(SCHEDULER))
        wait_for(SCHEDULER, processes["scheduler"])
        for n, port in enumerate(EXECUTORS):
            words = ["--port", str(port), "--scheduler-port", str(SCHEDULER), "--folder", str(folder / f"executor-{n}")]
            start(f"executor-{n}", "executor", *words)
        for n, port in enumerate(EXECUTORS):
            wait_for(port, processes[f"executor-{n}"])
        time.sleep(2)
        print(f"{args.pages} pages, {args.profile}")
        for name, query in jobs(pages).items():
            sql = [programs / "ogi-sql", "--format", "csv"]
            alone, cluster = folder / f"{name}-alone.csv", folder / f"{name}-cluster.csv"
            one, fine = run([*sql, "--threads", "1", query], alone)
            two, _ = run([*sql, "--threads", "2", query], folder / f"{name}-two-threads.csv")
            if args.kill and name == "reports":
                alike &= killed(processes, [*sql, "--on", f"df://localhost:{SCHEDULER}", query], cluster, alone, two)
                continue
            both, fine_too = run([*sql, "--on", f"df://localhost:{SCHEDULER}", query], cluster)
            same = fine and fine_too and alone.read_bytes() == cluster.read_bytes()
            alike &= same
            rows = alone.read_bytes().count(b"\n") - 1
            print(f"{name}: {rows} rows; one thread {one:.1f} s, two threads {two:.1f} s, two executors {both:.1f} s;", end=" ")
            print("row for row the same" if same else f"NOT the same: see {cluster.with_suffix('.err')}")
    finally:
        for process in reversed(processes.values()):
            process.terminate()
        for process in processes.values():
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
    return 0 if alike else 1


def killed(processes, command, cluster, alone, usual):
    """Kills an executor in the middle of a job, and says what came of the job."""
    with cluster.open("wb") as out, cluster.with_suffix(".err").open("wb") as errors:
        began = time.perf_counter()
        job = subprocess.Popen(command, stdout=out, stderr=errors)
        time.sleep(usual / 2)
        victim = processes["executor-1"]
        is_in_the_middle = job.poll() is None
        victim.send_signal(signal.SIGKILL)
        print(f"executor-1 (process {victim.pid}) killed after {time.perf_counter() - began:.1f} s", end=" ")
        print("in the middle of the job" if is_in_the_middle else "AFTER the job had ended")
        try:
            status = job.wait(600)
        except subprocess.TimeoutExpired:
            job.kill()
            status = "none in ten minutes"
    same = status == 0 and alone.read_bytes() == cluster.read_bytes()
    print(f"the job ended with {status} after {time.perf_counter() - began:.1f} s;", end=" ")
    print("row for row the same" if same else "NOT the same: " + cluster.with_suffix(".err").read_text("utf-8")[-500:])
    return same and is_in_the_middle


if __name__ == "__main__":
    sys.exit(main())
