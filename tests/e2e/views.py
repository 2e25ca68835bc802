#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Presents questions to an audience, keeps views under a name, and takes what was chosen along."""

import os

import tap
from harness import App, Atspi
from session import Failure, wait_for


def presents_questions(session):
    with App(session, "hf-state:countries") as app:
        controls = app.find("push button|toggle button", "^Table$")
        app.find("list item", "^United States, ")
        app.press("F11")
        wait_for("the controls to be hidden", lambda: not is_shown(app, "push button|toggle button", "^Table$"))
        if is_shown(app, "push button|toggle button", "^Main menu$"):
            raise Failure("the main menu is shown to the audience")
        app.press("Right")
        app.find("frame", "^Developer types – HF State$")
        app.press("Left")
        app.find("frame", "^Countries – HF State$")
        app.press("Escape")
        wait_for("the controls to be back", lambda: controls.place.width > 1)


def is_shown(app, role, name):
    """Whether such an element is on the screen."""
    return any(node.has(Atspi.StateType.SHOWING) and node.has(Atspi.StateType.VISIBLE) for node in app.root.all(role, name))


def keeps_a_view(session):
    with App(session, "hf-state:sizes?country=CN") as app:
        app.find("push button", "^Remove the filter .Country: China")
        app.press("ctrl+d")
        app.find("text", "^A name for this view$").write("Chinese sizes")
        app.find("push button", "^Save this view$").act()
        path = os.path.join(session.env["XDG_DATA_HOME"], "hf-state", "views.ini")
        wait_for("the view to be kept", lambda: os.path.exists(path))
    with App(session, "hf-state:claims") as app:
        app.find("frame", "^Claims – HF State$")
        app.press("ctrl+d")
        view = app.find("list item", "^Chinese sizes$")
        # The list is a window of its own, so the keys go to where the focus is.
        for _ in range(6):
            if view.has(Atspi.StateType.FOCUSED):
                break
            session.run("xdotool", "key", "--clearmodifiers", "shift+Tab")
        session.run("xdotool", "key", "--clearmodifiers", "Return")
        app.find("frame", "^Model sizes – HF State$")
        app.find("push button", "^Remove the filter .Country: China")


def takes_filters_along_and_resets_them(session):
    with App(session, "hf-state:sizes?country=CN") as app:
        app.find("push button", "^Remove the filter .Country: China")
        app.click(app.find("list item", "^Developer types:"))
        app.find("frame", "^Developer types – HF State$")
        app.find("push button", "^Remove the filter .Country: China")
        app.find("push button", "^Remove all filters$").act()
        wait_for("the filter to be gone", lambda: not is_shown(app, "push button", "^Remove the filter"))


if __name__ == "__main__":
    tap.run("/e2e/views", presents_questions, keeps_a_view, takes_filters_along_and_resets_them)
