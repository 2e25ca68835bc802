#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader checks the report: goes to the claims by key, filters them, opens the chart behind one, takes them away."""

import json
import os

import tap
from harness import App
from session import Failure, wait_for


def go_to_claims(app):
    """By its key, as soon as the window is there."""
    app.find("frame", "^Overview – HF State$")
    app.find("list item", r"^Claims: \d+ claims, ")
    app.press("alt+0")
    app.find("frame", "^Claims – HF State$")


def counts_the_verdicts(session):
    session.env["HF_HUB_OFFLINE"] = "1"
    with App(session) as app:
        go_to_claims(app)
        app.find("heading", "^Does the report hold")
        app.find("label", r"^Of \d+ claims, .+ and .+\.$")


def opens_the_chart_behind_a_claim(session):
    with App(session) as app:
        go_to_claims(app)
        app.click(app.find("list item", "Verdict: .+ Published: .+ Our data: "))
        app.find("frame", "^(?!Claims).+ – HF State$")
        app.find("radio button|toggle button|push button", "^Table")


def opens_at_the_link_of_the_claims(session):
    with App(session, "hf-state:claims") as app:
        app.find("frame", "^Claims – HF State$")


def exports_the_claims(session):
    path = os.path.join(session.home, "claims.json")
    again = os.path.join(session.home, "again.json")
    with App(session, "hf-state:claims") as app:
        app.find("label", r"^Of \d+ claims, ")
        app.find("push button", "^Export the claims").act()
        app.find("text", "Name").write(path)
        app.find("push button", "^_Save ").act()
        wait_for("the file", lambda: os.path.exists(path) and os.path.getsize(path) > 0)
    session.run(os.environ["HFS_PROGRAM"], "--claims", f"--output={again}")
    with open(path, encoding="utf-8") as window, open(again, encoding="utf-8") as command:
        if json.load(window) != json.load(command):
            raise Failure("the window and the command line do not write the same")


def tells_why_numbers_differ(session):
    with App(session, "hf-state:differences") as app:
        app.find("heading", "^Why do")
        app.find("list item", "China|downloads")


def opens_again_at_the_claims(session):
    with App(session, "hf-state:claims?verdict=holds") as app:
        app.find("list item", "Verdict: Holds")
        app.press("ctrl+q")
        app.wait_for_end()
    with App(session) as app:
        app.find("frame", "^Claims – HF State$")
        app.find("list item", "Verdict: Holds")


if __name__ == "__main__":
    tap.run("/e2e/claims", counts_the_verdicts, opens_the_chart_behind_a_claim, opens_at_the_link_of_the_claims,
            exports_the_claims, tells_why_numbers_differ, opens_again_at_the_claims)
