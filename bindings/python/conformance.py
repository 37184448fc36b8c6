"""Prints what conformance/measure.py compares, a line a file: `conformance.py FILE ...`."""

import json
import sys

import ogi

for path in sys.argv[1:]:
    try:
        reading = ogi.read(path)
    except ogi.OgiError as error:
        print(json.dumps({"error": {"kind": error.kind, "message": {"zh": error.zh, "en": error.en}}}))
        continue
    outcome = ogi.check(reading)
    print(json.dumps({"error": None, "report": reading.report.to_dict(), "checked": outcome.to_dict()}))
