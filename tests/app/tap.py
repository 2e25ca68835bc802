# SPDX-License-Identifier: GPL-3.0-or-later
"""Test functions of a module as test points of the Test Anything Protocol."""

import sys
import traceback


def run(module):
    """Runs every function of `module` that is named test_…, in the order they stand there."""
    tests = [function for name, function in vars(module).items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, function in enumerate(tests, 1):
        name = function.__name__.removeprefix("test_").replace("_", " ")
        try:
            function()
            print(f"ok {number} {name}", flush=True)
        except Exception:
            failed += 1
            print(f"not ok {number} {name}", flush=True)
            print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()), flush=True)
    sys.exit(1 if failed else 0)
