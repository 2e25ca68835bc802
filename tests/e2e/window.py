#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader does first: starts the program, reads answers, opens a question, looks at the table, takes it away."""

import os
import struct

import tap
from harness import App
from session import Failure, wait_for

PNG = b"\x89PNG\r\n\x1a\n"


def open_question(app, title):
    """Clicks on a question in the list at the side, and waits for its page."""
    app.click(app.find("list item", f"^{title}:"))
    app.find("frame", f"^{title} – HF State$")


def text_chunks(path):
    """The words that a PNG file carries, by their keyword."""
    words = {}
    with open(path, "rb") as file:
        if file.read(8) != PNG:
            raise Failure(f"{path} is no PNG picture")
        while True:
            length, kind = struct.unpack(">I4s", file.read(8))
            data = file.read(length)
            file.read(4)
            if kind == b"IEND":
                return words
            if kind == b"tEXt":
                keyword, _, text = data.partition(b"\0")
                words[keyword.decode("latin-1")] = text.decode("latin-1")
            elif kind == b"iTXt":
                keyword, _, rest = data.partition(b"\0")
                words[keyword.decode("latin-1")] = rest[2:].split(b"\0", 2)[2].decode("utf-8")


def shows_answers_without_a_network(session):
    session.env["HF_HUB_OFFLINE"] = "1"
    with App(session) as app:
        app.find("frame", "^Overview – HF State$")
        app.find("list item", r"^Countries: .*\d.%")
        if len(app.windows()) != 1:
            raise Failure("a second window is in front of the answers")


def opens_a_question(session):
    with App(session) as app:
        open_question(app, "Countries")
        app.find("heading", "^Whose models are downloaded")
        app.find("label", r"^Publishers in .+ have \d+.% of the downloads")
        app.find("list item", r"^United States, .*\d")


def changes_from_the_chart_to_the_table(session):
    with App(session, "hf-state:developer-types") as app:
        app.find("frame", "^Developer types – HF State$")
        app.find("push button|toggle button", "^Chart")
        if app.root.all("table|tree table"):
            raise Failure("the table is there before it was asked for")
        app.find("push button|toggle button", "^Table").act()
        table = app.find("table|tree table")
        wait_for("the table to be shown", lambda: table.place.width > 200)
        app.find("label", "^Individuals$", within=table)


def opens_at_the_query_it_is_given(session):
    with App(session, "hf-state:sizes?measure=models") as app:
        app.find("frame", "^Model sizes – HF State$")
        app.find("label", "^Of 529 models")


def saves_a_picture(session):
    path = os.path.join(session.home, "countries.png")
    with App(session, "hf-state:countries") as app:
        app.find("list item", "^United States, ")
        app.find("push button", "^Save as a picture").act()
        app.find("text", "Name").write(path)
        app.find("push button", "^_Save ").act()
        wait_for("the picture", lambda: os.path.exists(path))
        app.find("label", "^Saved as “countries.png”$")
    words = text_chunks(path)
    if "hf-state:countries" not in words.get("Source", ""):
        raise Failure(f"the picture does not say which question it answers: {words}")


def opens_the_view_that_a_picture_carries(session):
    path = os.path.join(session.home, "types.png")
    session.run(os.environ["HFS_PROGRAM"], "--export=developer-types", f"--output={path}")
    with App(session, path) as app:
        app.find("frame", "^Developer types – HF State$")


def quits_by_key_and_remembers_the_question(session):
    with App(session) as app:
        open_question(app, "Developer types")
        app.press("ctrl+q")
        app.wait_for_end()
    with App(session) as app:
        app.find("frame", "^Developer types – HF State$")


if __name__ == "__main__":
    tap.run("/e2e/window", shows_answers_without_a_network, opens_a_question, changes_from_the_chart_to_the_table,
            opens_at_the_query_it_is_given, saves_a_picture, opens_the_view_that_a_picture_carries,
            quits_by_key_and_remembers_the_question)
