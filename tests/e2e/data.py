#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader looks after the data: fetches, removes and brings back a snapshot, sees what changed, and sets the preferences."""

import os
import re

import tap
from harness import App
from session import wait_for


def own_snapshots(session):
    """The ids of the snapshots that were fetched."""
    lines = session.run(os.environ["HFS_PROGRAM"], "--snapshots").splitlines()
    return [line.split("\t")[0] for line in lines if re.match(r"hub-\d{8}-\d{6}\t", line)]


def removes_a_snapshot_and_brings_it_back(session):
    session.start_hub("--models=800")
    session.run(os.environ["HFS_PROGRAM"], "--refresh=500")
    with App(session, "hf-state:snapshots") as app:
        app.find("frame", "^Data – HF State$")
        app.find("list item", "500 models, partial")
        before = own_snapshots(session)
        app.find("push button", "^Remove the data of ").act()
        wait_for("the snapshot to go", lambda: not own_snapshots(session))
        app.find("push button", "Undo").act()
        wait_for("the snapshot to come back", lambda: own_snapshots(session) == before)
        app.find("list item", "500 models, partial")


def opens_a_snapshot(session):
    with App(session, "hf-state:snapshots") as app:
        app.click(app.find("list item", "^2 July 2022: 55,524 models, complete"))
        app.find("frame", "^Countries – HF State$")
        app.find("label", "2 July 2022")


def says_what_changed(session):
    with App(session, "hf-state:changes") as app:
        app.find("frame", "^What changed – HF State$")
        app.find("label", "^The 300 most downloaded models, 7 August 2026 and 22 August 2026")
        app.find("list item", " rose from .+ to .+ downloads")


def sets_the_preferences(session):
    with App(session) as app:
        app.find("frame", "^Overview – HF State$")
        app.press("ctrl+comma")
        app.find("dialog|frame|window", "^Preferences$")
        app.find("toggle button|switch|check box", "^Refresh every week$")
        app.find("label", "^How much to fetch$")
        app.find("label", "^There is no keyring on this computer")


def looks_up_who_the_publishers_are(session):
    session.start_hub("--models=800")
    session.run(os.environ["HFS_PROGRAM"], "--refresh=500")
    with App(session, "hf-state:classify") as app:
        app.find("push button", "^Look them up on the Hub$").act()
        app.find("label", r"^Looked up: persons \d+, organisations \d+$", timeout=60)


if __name__ == "__main__":
    tap.run("/e2e/data", removes_a_snapshot_and_brings_it_back, opens_a_snapshot, says_what_changed, sets_the_preferences,
            looks_up_who_the_publishers_are)
