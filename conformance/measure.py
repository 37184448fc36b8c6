#!/usr/bin/env python3
"""Measures an implementation by the cases of this folder.

    python3 conformance/measure.py -- COMMAND ...

The command is run once a case with the path of the source in the place of `{}` (or at the end); with --together it is run once
with all paths. It prints a JSON object, of several one a line:

    {"error": {"kind": "..."} | null, "report": {...} | null, "findings": [{"rule", "cell", "observed", "expected"}, ...]}

An object "checked" that has the findings may stand in the place of "findings".

README.md says what is counted. Ends with 0 if all is as expected, with 1 otherwise.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
TABLES = ("active_disclosure", "applications", "disputes")
ABSENT = "absent"


def cells(report):
    """The figures of a report by (table, row, column)."""
    found = {}
    for table in TABLES:
        for row, columns in ((report or {}).get(table) or {}).items():
            if isinstance(columns, dict):
                for column, value in columns.items():
                    if column != "edition":
                        found[table, row, column] = value
    return found


def is_open(value):
    """Whether nothing is said of a figure: it is unreadable or not there."""
    return value == ABSENT or isinstance(value, dict) and "unreadable" in value


def keys(findings, with_rule):
    """Findings as a bag: what they are about, and by which rule if rules have the same names."""

    def key(finding):
        cell = finding.get("cell")
        about = None if cell is None else (cell["table"], cell["row"], cell["column"])
        known = (about, json.dumps(finding.get("observed")), json.dumps(finding.get("expected")))
        return (finding.get("rule"), *known) if with_rule else known

    return Counter(key(it) for it in findings)


def compare(wanted, got, with_rule, count, complain):
    """Adds up what is right, open and wrong in one case."""
    if bool(wanted["error"]) != bool(got.get("error")):
        count["refused wrongly" if got.get("error") else "read wrongly"] += 1
        complain(f"error is {got.get('error')}, not {wanted['error']}")
        return
    if wanted["error"]:
        same = wanted["error"]["kind"] == got["error"].get("kind")
        count["refused, same kind" if same else "refused, other kind"] += 1
        if not same:
            complain(f"kind is {got['error'].get('kind')}, not {wanted['error']['kind']}")
        return
    truth, said = cells(wanted["report"]), cells(got.get("report"))
    for cell in sorted(truth.keys() | said.keys()):
        expected, value = truth.get(cell, ABSENT), said.get(cell, ABSENT)
        if expected == value:
            count["figures right"] += 1
        elif is_open(value):
            count["figures left open"] += 1
            complain(f"{'.'.join(cell)} is left open, not {expected}")
        elif is_open(expected):
            # ogi itself leaves it open: another reader may know better, which nobody judges here.
            count["figures said where ogi says nothing"] += 1
            complain(f"{'.'.join(cell)} is {value}, where nothing is expected")
        else:
            count["figures wrong"] += 1
            complain(f"{'.'.join(cell)} is {value}, not {expected}")
    for key in ("agency", "year"):
        same = wanted["report"].get(key) == (got.get("report") or {}).get(key)
        count[f"{key} right" if same else f"{key} wrong"] += 1
    want, have = keys(wanted["findings"], with_rule), keys(got.get("findings", []), with_rule)
    count["findings right"] += sum((want & have).values())
    for name, bag in (("findings missed", want - have), ("findings beyond", have - want)):
        count[name] += sum(bag.values())
        for key in bag:
            complain(f"{name}: {key}")


def answers(command, cases, together):
    """What the command prints of each case."""
    sources = [str(FOLDER / it["source"]) for it in cases]
    if together:
        lines = subprocess.run([*command, *sources], stdout=subprocess.PIPE, check=True).stdout.splitlines()
        return lines + [b""] * (len(cases) - len(lines))
    has_place = any("{}" in it for it in command)
    with_source = lambda source: [it.replace("{}", source) for it in command] + ([] if has_place else [source])
    return (subprocess.run(with_source(it), stdout=subprocess.PIPE, check=False).stdout for it in sources)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--without-rules", action="store_true", help="compare cells and values of findings, not rules")
    parser.add_argument("--together", action="store_true", help="run the command once, with all sources")
    parser.add_argument("--errors-only", action="store_true", help="compare findings that are errors")
    parser.add_argument("--verbose", action="store_true", help="say every difference")
    parser.add_argument("--cases", default="", help="only cases whose name has this in it")
    parser.add_argument("command", nargs="+")
    args = parser.parse_args()
    count, different = Counter(), 0
    cases = [it for it in json.loads((FOLDER / "cases.json").read_text("utf-8")) if args.cases in it["name"]]
    for case, answer in zip(cases, answers(args.command, cases, args.together), strict=True):
        wanted = json.loads((FOLDER / case["expected"]).read_text("utf-8"))
        complaints = []
        try:
            got = json.loads(answer)
        except ValueError as error:
            complaints.append(f"no JSON: {error}")
            count["cases without an answer"] += 1
        else:
            got.setdefault("findings", (got.get("checked") or {}).get("findings", []))
            if args.errors_only:
                wanted["findings"] = [it for it in wanted["findings"] if it["severity"] == "error"]
                got["findings"] = [it for it in got["findings"] if it.get("severity") in (None, "error")]
            compare(wanted, got, not args.without_rules, count, complaints.append)
        different += bool(complaints)
        if complaints and args.verbose:
            print(case["name"], *complaints, sep="\n  ", file=sys.stderr)
    for name in sorted(count):
        print(f"{count[name]:7} {name}")
    print(f"{len(cases) - different:7} of {len(cases)} cases as expected")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
