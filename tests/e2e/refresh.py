#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetching today's data, with the test Hub in the place of the real one: as it should go, and when the Hub says no."""

import os
import re

import tap
from harness import App
from session import Failure, wait_for


def snapshots(session):
    """The lines of the list of snapshots."""
    return session.run(os.environ["HFS_PROGRAM"], "--snapshots").splitlines()


def fetches_from_the_hub(session):
    session.start_hub("--models=800")
    with App(session, "hf-state:countries?measure=models") as app:
        app.find("label", "^Of 529 models")
        app.find("push button", "^Fetch today").act()
        app.find("label", "^Fetched 800 models", timeout=60)
        app.find("label", "^Of 800 models")
        wait_for("the line on how fresh the data are",
                 lambda: not app.root.all("label", "^Data of 22 August 2026"))
    newest = [line for line in snapshots(session) if re.match(r"hub-\d{8}-\d{6}\t", line)]
    if len(newest) != 1 or newest[0].split("\t")[3] != "800":
        raise Failure(f"expected one new snapshot of 800 models, and saw {newest}")


def keeps_what_was_there_when_the_hub_says_no(session):
    session.start_hub("--models=800", "--fault=redirect-loop@0x0")
    before = snapshots(session)
    with App(session, "hf-state:countries?measure=models") as app:
        app.find("label", "^Of 529 models")
        app.find("push button", "^Fetch today").act()
        app.find("push button", "^Try again", timeout=60)
        app.find("label", "^Of 529 models")
    if snapshots(session) != before:
        raise Failure("the list of snapshots has changed")


if __name__ == "__main__":
    tap.run("/e2e/refresh", fetches_from_the_hub, keeps_what_was_there_when_the_hub_says_no)
