#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader checks the report: goes to the claims by key, filters them, opens the chart behind one, classifies a publisher."""

import os

import tap
from harness import App
from session import Failure


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


def classifies_a_publisher(session):
    path = os.path.join(session.home, ".local", "share", "hf-state", "classification.csv")
    with App(session) as app:
        go_to_claims(app)
        app.press("ctrl+Page_Down")
        app.find("frame", "^Why numbers differ – HF State$")
        app.press("ctrl+Page_Down")
        app.find("push button", "^Classify a publisher").act()
        app.find("text", "^Account on the Hub").write("Qwen")
        app.find("label", "^Now: China; ")
        app.find("push button", "^Save$").act()
        app.find("label", "^Choose a country or a kind of developer")
    if os.path.exists(path):
        raise Failure("something was kept though nothing was chosen")


def says_how_many_changes_count(session):
    folder = os.path.join(session.home, ".local", "share", "hf-state")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "classification.csv"), "w", encoding="utf-8") as file:
        file.write("publisher,field,value,reason,date\nQwen,country,DE,To see what moves,2026-01-01\n")
    with App(session, "hf-state:countries?share=1&attribution=mine") as app:
        app.find("label", "1 change by you")
        app.find("list item", "^Classify it yourself: 1 change by you")


if __name__ == "__main__":
    tap.run("/e2e/claims", counts_the_verdicts, opens_the_chart_behind_a_claim, opens_at_the_link_of_the_claims,
            classifies_a_publisher, says_how_many_changes_count)
