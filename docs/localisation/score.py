"""Scores proposals for the wrong figures of reports.jsonl: python3 docs/localisation/score.py PROPOSALS.csv

The columns of PROPOSALS.csv are case,cell,value,probability; the first line names them. A case is right if the cells and values
are those of answers.csv, no more and no fewer.
"""

import csv
import pathlib
import sys

SURE = 0.9

answers, kinds = {}, {}
with open(pathlib.Path(__file__).with_name("answers.csv"), encoding="utf-8", newline="") as file:
    for line in csv.DictReader(file):
        answers.setdefault(line["case"], {})[line["cell"]] = int(line["right"])
        kinds.setdefault(line["error"], {})[line["case"]] = True

proposals, probabilities = {}, {}
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for line in csv.DictReader(file):
        proposals.setdefault(line["case"], {})[line["cell"]] = int(line["value"])
        probabilities[line["case"]] = float(line["probability"])


def score(cases):
    right = {it for it in cases if proposals.get(it) == answers[it]}
    sure = {it for it in cases if probabilities.get(it, 0) >= SURE}
    return f"{len(cases)} | {len(right)} | {len(sure)} | {len(right & sure)}"


print("| error | cases | right | sure | right of sure |\n|---|---|---|---|---|")
for kind, cases in kinds.items():
    print(f"| {kind} | {score(cases)} |")
print(f"| all | {score(answers)} |")
