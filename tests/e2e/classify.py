#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader classifies publishers otherwise: one by one, where they are seen, and from files that may be bad."""

import os

import tap
from harness import App
from session import Failure, wait_for


def choose_file(app, path):
    """Writes a path into the chooser that is open, as a reader does who knows it."""
    app.find("push button", "^_Open ")
    app.press("slash")
    app.find("text", "^GtkFileChooserEntry").write(path)
    app.press("Return")


def classifies_a_publisher(session):
    path = os.path.join(session.home, ".local", "share", "hf-state", "classification.csv")
    with App(session, "hf-state:classify") as app:
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


def classifies_where_the_publisher_is_seen(session):
    with App(session, "hf-state:publishers?attribution=mine") as app:
        app.find("push button", "^Table").act()
        app.find("push button", "^More about Qwen").children[0].act()
        app.find("menu item|push button", "Classify Qwen").act()
        app.find("label", "^Now: China; ")


def reports_a_bad_file_by_line(session):
    path = os.path.join(session.home, "bad.csv")
    kept = os.path.join(session.home, ".local", "share", "hf-state", "classification.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("publisher,field,value,reason,date\n"
                   "Qwen,country,ATLANTIS,No such country,2026-01-01\n"
                   "BAAI,country,DE,First,2026-01-01\n"
                   "BAAI,country,FR,Twice,2026-01-01\n")
    with App(session, "hf-state:classify") as app:
        app.find("push button", "^Import changes").act()
        choose_file(app, path)
        app.find("label", "^This file was not imported$")
        app.find("label", "^Line 2: .*ATLANTIS")
        app.find("label", "^Line 4: ")
        app.find("push button", "^_Close").act()
        app.find("label", "^You have changed nothing so far")
    if os.path.exists(kept):
        raise Failure("a bad file changed something")


def imports_undoes_and_exports(session):
    path = os.path.join(session.home, "good.csv")
    out = os.path.join(session.home, "mine.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("publisher,field,value,reason,date\nQwen,country,DE,To see what moves,2026-01-01\n")
    with App(session, "hf-state:classify") as app:
        app.find("push button", "^Import changes").act()
        choose_file(app, path)
        app.find("label", "^1 change by you. It counts")
        app.find("list item", "^China: .*by your table")
        app.find("push button", "^Export your changes").act()
        app.find("text", "Name").write(out)
        app.find("push button", "^_Save ").act()
        wait_for("the file", lambda: os.path.exists(out))
        app.find("push button", "^Take back the change of Qwen").act()
        app.find("label", "^You have changed nothing so far")
    with open(out, encoding="utf-8") as file:
        if "Qwen,country,DE" not in file.read():
            raise Failure("the export does not hold the change")


if __name__ == "__main__":
    tap.run("/e2e/classify", classifies_a_publisher, says_how_many_changes_count, classifies_where_the_publisher_is_seen,
            reports_a_bad_file_by_line, imports_undoes_and_exports)
