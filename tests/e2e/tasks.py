#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Five things that readers come for, each with the mouse and with the keyboard alone."""

import os

import tap
from harness import App, Atspi
from session import Failure, wait_for
from window import open_question, text_chunks


def focused(app):
    """The element that has the focus, or nothing."""
    for node in app.root.walk():
        if node.has(Atspi.StateType.FOCUSED) and node.role not in ("frame", "application"):
            return node
    return None


def walk_to(app, role, name, key="Tab", most=80):
    """Presses a key until the focus is on an element of the role in whose name the pattern is found."""
    wanted = app.find(role, name)
    for _ in range(most):
        if wanted.has(Atspi.StateType.FOCUSED):
            return wanted
        app.press(key)
    raise Failure(f"{most} times {key} do not lead to {role} “{name}” but to {focused(app)}")


def open_by_keys(app, title):
    """Walks to the list of questions on the first page, and down to one of them, and opens it."""
    app.find("frame", "^Overview – HF State$")
    app.find("list item", r"^Countries: .*\d.%")
    walk_to(app, "list item", "^Whose models are downloaded")
    walk_to(app, "list item", f"^{title}", "Down")
    app.press("Return")


def check_chinese_share(app):
    app.find("frame", "^Countries – HF State$")
    app.find("label", r"^Publishers in .*China with \d+.%")
    app.find("label", r"^Of \S+ billion downloads of \d+ models .* 30 days to ")
    app.find("label", r"^Since 2 July 2022, .*China: from .* to \d+.%")


def finds_the_chinese_share_with_the_mouse(session):
    with App(session) as app:
        open_question(app, "Countries")
        check_chinese_share(app)


def finds_the_chinese_share_by_keys(session):
    with App(session) as app:
        open_by_keys(app, "Whose models are downloaded")
        check_chinese_share(app)


def check_slide(session, app, path):
    app.find("text", "Name").write(path)
    app.find("push button", "^_Save ").act()
    wait_for("the picture", lambda: os.path.exists(path))
    app.find("label", "^Saved as ")
    description = text_chunks(path).get("Description", "")
    if "Companies" not in description or "Individuals" not in description:
        raise Failure(f"the picture does not tell of companies and individuals: {description}")


def makes_a_slide_of_developers_with_the_mouse(session):
    with App(session) as app:
        open_question(app, "Developer types")
        app.find("list item", "^Companies, ")
        app.click(app.find("push button", "^Save as a picture"))
        check_slide(session, app, os.path.join(session.home, "slide.png"))


def makes_a_slide_of_developers_by_keys(session):
    with App(session) as app:
        open_by_keys(app, "Companies or individuals")
        app.find("list item", "^Companies, ")
        app.press("ctrl+e")
        check_slide(session, app, os.path.join(session.home, "slide.png"))


def check_claim(app):
    claim = app.find("list item", r"0\.01.%")
    if not claim.all("label", "^(Holds|Has moved|Differs|Depends on the definition|Cannot be tested)"):
        raise Failure(f"{claim} has no verdict")
    return claim


def checks_the_claim_of_the_few_with_the_mouse(session):
    with App(session) as app:
        open_question(app, "Claims")
        check_claim(app)


def checks_the_claim_of_the_few_by_keys(session):
    with App(session) as app:
        open_by_keys(app, "Does the report hold")
        check_claim(app)
        app.press("alt+5")
        app.find("frame", "^Concentration – HF State$")
        app.find("label", "^One in ten thousand|.* One in ten thousand, 6 models out of 55,524, had ")


def check_korea(app):
    app.find("frame", "^One country – HF State$")
    app.find("heading", "^What comes from South Korea")
    app.find("list item", "^LG AI Research")
    app.find("label", "^None of the 529 models of this snapshot is by a publisher in South Korea")


def choose_country_by_mouse(session, app, country):
    """Opens the list of countries, turns the wheel until the country is there and clicks on it."""
    app.find("heading", "^What comes from the United States")
    app.click(app.find("push button|toggle button", "^Country: United States"))
    app.find("list item", "^Argentina$")
    popup = wait_for("the list to open", lambda: app.windows()[1:])[-1]
    session.run("xdotool", "mousemove", "--window", popup, "100", "150")
    for _ in range(60):
        item = app.find("list item", f"^{country}$").place
        # Places are those in the first window, where the list would begin at the place of its popover.
        popover = app.find("filler", "^GtkPopover$", within=app.find("combo box", "^Country")).place
        middle = item.y - popover.y + item.height // 2
        if item.height > 0 and 100 < middle < 400:
            session.run("xdotool", "mousemove", "--window", popup, "100", str(middle), "click", "1")
            return
        session.run("xdotool", "click", "--repeat", "3", "5")
    raise Failure(f"the wheel does not lead to {country}")


def choose_country_by_keys(session, app, text, country):
    """Opens the list of countries with the keyboard, searches and takes the first one."""
    app.find("heading", "^What comes from the United States")
    walk_to(app, "push button|toggle button", "^Country: United States")
    # The list opens as a window of its own and takes the keys.
    session.run("xdotool", "key", "space")
    app.find("list item", "^Argentina$")
    session.run("xdotool", "type", "--delay", "60", text)
    app.find("list item", f"^{country}$")
    wait_for("the others to be gone", lambda: not app.root.all("list item", "^Argentina$"))
    session.run("xdotool", "key", "Down", "Return")


def finds_korean_models_with_the_mouse(session):
    with App(session) as app:
        open_question(app, "One country")
        choose_country_by_mouse(session, app, "South Korea")
        check_korea(app)


def finds_korean_models_by_keys(session):
    with App(session) as app:
        open_by_keys(app, "What comes from one country")
        choose_country_by_keys(session, app, "south", "South Korea")
        check_korea(app)


def check_rise(app):
    app.find("heading", "^What comes from Switzerland")
    app.find("label", r"^Switzerland rose from 0\.0.% on 2 July 2022 to 0\.2.% on 22 August 2026")


def sees_a_country_rise_with_the_mouse(session):
    with App(session) as app:
        open_question(app, "One country")
        choose_country_by_mouse(session, app, "Switzerland")
        check_rise(app)


def sees_a_country_rise_by_keys(session):
    with App(session, "hf-state:country") as app:
        choose_country_by_keys(session, app, "swi", "Switzerland")
        check_rise(app)


def sees_a_country_rise_by_a_link(session):
    with App(session, "hf-state:country?country=CH") as app:
        check_rise(app)


def puts_the_first_hint_away(session):
    with App(session) as app:
        button = app.find("push button", "^Put this hint away")
        button.act()
        wait_for("the hint to go", lambda: button.place.width < 1 or not button.has(Atspi.StateType.SHOWING))
    with App(session) as app:
        app.find("frame", "^Overview – HF State$")
        app.find("list item", r"^Countries: .*\d.%")
        if any(node.has(Atspi.StateType.SHOWING) for node in app.root.all("push button", "^Put this hint away")):
            raise Failure("the hint is there again")


if __name__ == "__main__":
    tap.run("/e2e/tasks", finds_the_chinese_share_with_the_mouse, finds_the_chinese_share_by_keys,
            makes_a_slide_of_developers_with_the_mouse, makes_a_slide_of_developers_by_keys,
            checks_the_claim_of_the_few_with_the_mouse, checks_the_claim_of_the_few_by_keys,
            finds_korean_models_with_the_mouse, finds_korean_models_by_keys,
            sees_a_country_rise_with_the_mouse, sees_a_country_rise_by_keys, sees_a_country_rise_by_a_link, puts_the_first_hint_away)
