# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs tests one after the other, each in a process and a desktop of its own, and tells in TAP how they went."""

import os
import signal
import sys
import tempfile
import traceback

from session import Session, adopt_orphans, end_children


def run(prefix, *tests, **env):
    """Runs the tests, functions that take a Session, and ends the program. Their names make the names of the points.
    Their sessions have the environment variables env besides the usual ones."""
    adopt_orphans()
    # Meson ends a test that takes too long in this way; what the test started has to end too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    print(f"1..{len(tests)}", flush=True)
    failed = False
    for number, test in enumerate(tests, 1):
        name = f"{prefix}/{test.__name__.replace('_', '-')}"
        with tempfile.TemporaryDirectory(prefix="hf-state-e2e.", ignore_cleanup_errors=True) as folder:
            try:
                child = os.fork()
                if child == 0:
                    signal.signal(signal.SIGTERM, signal.SIG_DFL)
                    os._exit(run_alone(name, test, folder, env))
                good = os.waitpid(child, 0)[1] == 0
            finally:
                end_children()
        failed |= not good
        print(f"{'ok' if good else 'not ok'} {number} {name}", flush=True)
    sys.exit(1 if failed else 0)


def run_alone(name, test, folder, env):
    try:
        session = Session(folder, **env)
        session.open()
        test(session)
        return 0
    except BaseException:  # Whatever it was, the other tests shall run.
        print(f"{name}:", file=sys.stderr)
        traceback.print_exc()
        return 1
    finally:
        sys.stderr.flush()
