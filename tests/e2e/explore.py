#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Selects models in linked charts, by keyboard and by mouse, and goes back again."""

import tap
from harness import App, Atspi
from session import Failure, wait_for

PLACE = "hf-state:explore?snapshot=2026-08-22"


def sentence(app, pattern):
    """Waits for the sentence about what is selected."""
    return app.find("label", pattern)


def focus_china(app):
    """Goes to the second bar of the first chart by the keyboard alone."""
    # A tip below the pointer would be a window of its own.
    app.session.run("xdotool", "mousemove", "1", "1")
    app.walk_to("list item", "^United States, ", "Tab")
    return app.walk_to("list item", "^China, ", "Down", most=3)


def selects_by_key_and_takes_it_back(session):
    with App(session, PLACE) as app:
        sentence(app, "^All models: 2.10 billion downloads in 30 days")
        china = focus_china(app)
        app.press("Return")
        sentence(app, "^Models from China: 501 million downloads")
        if not china.has(Atspi.StateType.SELECTED):
            raise Failure("what is selected does not say so to a screen reader")
        app.press("shift+Down")
        sentence(app, "^Models from China or Germany: ")
        app.press("ctrl+z")
        sentence(app, "^Models from China: ")
        app.press("ctrl+shift+z")
        sentence(app, "^Models from China or Germany: ")
        app.press("ctrl+z", "ctrl+z")
        sentence(app, "^All models: ")


def escape_clears_one_chart(session):
    with App(session, PLACE + "&country=CN&developer-type=industry") as app:
        sentence(app, "^Models from China, by companies: ")
        focus_china(app)
        app.press("Escape")
        sentence(app, "^Models by companies: ")
        app.find("push button", "^Clear all$").act()
        sentence(app, "^All models: ")


def clicks_and_drags(session):
    with App(session, PLACE) as app:
        sentence(app, "^All models: ")
        app.click(app.find("list item", "^Companies, "))
        sentence(app, "^Models by companies: ")
        first, last = app.find("list item", "^United States, "), app.find("list item", "^France, ")
        x, begin, end = first.place.x + 20, first.place.y + first.place.height // 2, last.place.y + last.place.height // 2
        session.run("xdotool", "mousemove", "--window", app.windows()[0], str(x), str(begin), "mousedown", "1")
        for y in (*range(begin, end, 8), end):
            session.run("xdotool", "mousemove", "--window", app.windows()[0], str(x), str(y))
        session.run("xdotool", "mouseup", "1")
        sentence(app, "^Models from the United States or China or France, by companies: ")
        app.press("ctrl+z")
        sentence(app, "^Models by companies: ")


def opens_a_chart_as_a_question(session):
    with App(session, PLACE + "&country=CN") as app:
        sentence(app, "^Models from China: ")
        buttons = wait_for("four charts", lambda: app.root.all("push button", "^Open as a question of its own$"))
        buttons[1].act()
        app.find("frame", "^Developer types – HF State$")
        app.find("push button", "^Remove the filter .Country: China")
        app.press("alt+Left")
        sentence(app, "^Models from China: ")


if __name__ == "__main__":
    tap.run("/e2e/explore", selects_by_key_and_takes_it_back, escape_clears_one_chart, clicks_and_drags,
            opens_a_chart_as_a_question)
