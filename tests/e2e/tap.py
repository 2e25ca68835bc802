# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs tests one after the other, each in a process and a desktop of its own, and tells in TAP how they went."""

import os
import sys
import traceback

from session import Session


def run(prefix, *tests, **env):
    """Runs the tests, functions that take a Session, and ends the program. Their names make the names of the points.
    Their sessions have the environment variables env besides the usual ones."""
    print(f"1..{len(tests)}", flush=True)
    failed = False
    for number, test in enumerate(tests, 1):
        name = f"{prefix}/{test.__name__.replace('_', '-')}"
        child = os.fork()
        if child == 0:
            os._exit(run_alone(name, test, env))
        good = os.waitpid(child, 0)[1] == 0
        failed |= not good
        print(f"{'ok' if good else 'not ok'} {number} {name}", flush=True)
    sys.exit(1 if failed else 0)


def run_alone(name, test, env):
    try:
        with Session(**env) as session:
            test(session)
        return 0
    except BaseException:  # Whatever it was, the other tests shall run.
        print(f"{name}:", file=sys.stderr)
        traceback.print_exc()
        return 1
    finally:
        sys.stderr.flush()
