#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The live Hub, played by the test Hub: fetching, a fault on the way, and the same from the command line."""

import os

import tap
from harness import App
from session import Failure


def fetches_from_the_hub(session):
    session.start_hub("--models=800")
    with App(session, "hf-state:countries") as app:
        app.find("label", "^Data of 22 August 2026")
        app.find("push button", "^(Fetch|Refresh)").act()
        app.find("label", "800|Fetched|new data", timeout=60)
    snapshots = session.run(os.environ["HFS_PROGRAM"], "--snapshots").splitlines()
    if len(snapshots) != 3:
        raise Failure(f"expected the two bundled snapshots and a new one, and saw {snapshots}")


def keeps_what_was_there_when_the_hub_fails(session):
    session.start_hub("--models=800", "--fault=error-500@0x0")
    with App(session, "hf-state:countries") as app:
        app.find("list item", "^United States")
        app.find("push button", "^(Fetch|Refresh)").act()
        app.find("push button", "^Try again", timeout=90)
        app.find("list item", "^United States")


if __name__ == "__main__":
    tap.run("/e2e/refresh", fetches_from_the_hub, keeps_what_was_there_when_the_hub_fails)
