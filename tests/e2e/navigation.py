#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes from view to view, and back again, by keyboard and mouse."""

import tap
from harness import App
from session import Failure, wait_for


def goes_back_and_forward_by_keys(session):
    with App(session, "hf-state:countries") as app:
        app.find("list item", "^United States, ")
        app.press("alt+3")
        app.find("frame", "^Developer types – HF State$")
        app.press("alt+Left")
        app.find("frame", "^Countries – HF State$")
        app.press("alt+Right")
        app.find("frame", "^Developer types – HF State$")


def goes_back_by_the_button_of_a_mouse(session):
    with App(session, "hf-state:countries") as app:
        app.find("list item", "^United States, ")
        app.press("alt+3")
        heading = app.find("heading", "^Companies or individuals")
        place = heading.place
        session.run("xdotool", "mousemove", "--window", app.windows()[0], str(place.x + 5), str(place.y + 5), "click", "8")
        app.find("frame", "^Countries – HF State$")


def undoes_a_choice(session):
    with App(session, "hf-state:countries") as app:
        app.find("label", "^Of .* downloads")
        app.press("alt+m", "Tab", "space")
        app.find("push button", "^Remove the filter .Without what is not known")
        session.run("xdotool", "key", "--clearmodifiers", "Escape", "ctrl+z")
        wait_for("the filter to be gone", lambda: not app.root.all("push button", "^Remove the filter"))


def offers_data_where_there_are_none(session):
    session.env["HF_HUB_OFFLINE"] = "1"
    with App(session, "hf-state:families") as app:
        app.find("frame", "^Derivatives – HF State$")
        offer = app.find("push button", "^Fetch today’s data$")
        if offer.place.width < 1:
            raise Failure("the button that brings the data is not shown")


if __name__ == "__main__":
    tap.run("/e2e/navigation", goes_back_and_forward_by_keys, goes_back_by_the_button_of_a_mouse, undoes_a_choice,
            offers_data_where_there_are_none)
