#!/usr/bin/env python3
"""Asks the program `ogi` for what measure.py compares: `program.py OGI SOURCE`."""

import json
import subprocess
import sys


def ask(*command):
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout or "null")


program, source = sys.argv[1:]
checked = ask(program, "--no-settings", "check", "--format", "jsonl", source)
report = None if checked["error"] else ask(program, "--no-settings", "parse", source)
print(json.dumps({"error": checked["error"], "report": report, "findings": checked["findings"]}))
