#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every kind of chart as a screen reader does: each mark has a name, a value and a place."""

import os
import re

import tap
from harness import App
from session import Failure, wait_for

# A link for each kind of chart, and what its description begins with.
KINDS = {
    "bars": ("countries?share=1", "Bar chart"),
    "map": ("countries?share=1&chart=map", "World map"),
    "treemap": ("countries?share=1&chart=treemap", "Rectangles"),
    "range": ("countries?share=1&chart=range", "Chart with a value and its range"),
    "spread": ("countries?chart=spread&scale=log", "Chart of how the values of single models are spread"),
    "parameters": ("sizes?chart=parameters&scale=log", "Chart of how large the models are"),
    "compare": ("countries?share=1&compare=2022-07-02", "Chart with two dots a row"),
    "stack": ("sizes?share=1&by=developer-types", "Chart with divided bars"),
    "multiples": ("sizes?share=1&by=developer-types&chart=multiples", "Small bar charts"),
    "curve": ("concentration?share=1&chart=curve", "Curve of concentration"),
    "lines": ("countries?share=1&over=time", "Line chart over time"),
    "area": ("years?share=1&by=developer-types&chart=area", "Bands over time"),
}


def find_chart(app):
    """The chart of the page: the one list whose items say a value and a place."""
    return wait_for("a chart", lambda: next(
        (node for node in app.root.all("list") if node.description and node.children), None) if app.root else None)


def check_marks(kind, marks):
    if len(marks) < 2:
        raise Failure(f"the chart “{kind}” has {len(marks)} marks")
    for mark in marks:
        if mark.role != "list item" or not re.match(r"^\S.*[,:] .*\d.* \d+ of \d+$|^\S.*, (?:no models|not known), \d+ of \d+$", mark.name):
            raise Failure(f"a mark of the chart “{kind}” says “{mark.name}” as a {mark.role}")
        if mark.place.width < 1 or mark.place.height < 1:
            raise Failure(f"the mark “{mark.name}” of the chart “{kind}” is nowhere")


def walk_of(kind):
    link, begins = KINDS[kind]

    def walk(session):
        with App(session, f"hf-state:{link}") as app:
            chart = find_chart(app)
            if not chart.description.startswith(begins):
                raise Failure(f"the chart “{kind}” is described as “{chart.description}”")
            if not chart.name.endswith("?"):
                raise Failure(f"the chart “{kind}” is named “{chart.name}”, which is no question")
            check_marks(kind, chart.children)
    walk.__name__ = f"each_mark_of_{kind}_says_name_value_and_place"
    return walk


def keys_walk_select_and_read(session):
    with App(session, "hf-state:countries?share=1") as app:
        chart = find_chart(app)
        app.click(chart.children[0])
        app.find("push button", "^See these models$")
        app.press("Escape")
        app.press("Down", "Return")
        app.find("label", "^China: ")
        app.press("d")
        app.find("label", "^Bar chart\\. ")
        app.press("Escape", "Return")
        app.find("frame", "^Models – HF State$")


def a_saved_picture_brings_its_view_back(session):
    path = os.path.join(session.home, "map.png")
    session.run(os.environ["HFS_PROGRAM"], "--export=countries?share=1&top=5", "--chart=map", f"--output={path}")
    with App(session, path) as app:
        chart = find_chart(app)
        if not chart.description.startswith("World map"):
            raise Failure(f"a map came back as “{chart.description}”")
        app.find("push button", "^Remove the filter .Only the first 5 rows")


if __name__ == "__main__":
    tap.run("/e2e/charts", *(walk_of(kind) for kind in KINDS), keys_walk_select_and_read,
            a_saved_picture_brings_its_view_back)
