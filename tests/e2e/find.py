#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for publishers and models by name, and reads their pages."""

import json
import os

import tap
from harness import App

# A base model, what is made from it, and two that name each other.
MODELS = [
    {"id": "acme/base", "downloads": 9000, "likes": 9, "tags": []},
    {"id": "acme/base-chat", "downloads": 8000, "likes": 8, "tags": ["base_model:acme/base", "base_model:finetune:acme/base"]},
    {"id": "bits/base-chat-GGUF", "downloads": 700, "likes": 7,
     "tags": ["base_model:acme/base-chat", "base_model:quantized:acme/base-chat"]},
    {"id": "ring/one", "downloads": 60, "likes": 6, "tags": ["base_model:ring/two", "base_model:merge:ring/two"]},
    {"id": "ring/two", "downloads": 50, "likes": 5, "tags": ["base_model:ring/one", "base_model:merge:ring/one"]},
]


def add_models(session):
    """Gives the program a snapshot that says what is made from what."""
    path = os.path.join(session.home, "models.json")
    rows = [{"_id": f"{number:024x}", **model} for number, model in enumerate(MODELS, 1)]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(rows, file)
    session.run(os.environ["HFS_PROGRAM"], f"--import={path}", "--date=2026-10-01")


def type_keys(app, text):
    """Types a text wherever the focus is."""
    app.press(*["minus" if letter == "-" else letter for letter in text])


def types_and_opens_a_publisher(session):
    with App(session, "hf-state:find?snapshot=2026-08-22") as app:
        app.find("label", "^This snapshot has 166 publishers and 529 models")
        type_keys(app, "qwen")
        app.find("label", "^Found for “qwen”: 1 publisher and 98 models")
        app.press("Return")
        app.find("frame", "^Publisher – HF State$")
        app.find("label", "^Number 2 of 166 publishers: 283 million downloads")
        app.find("list item", "^Country: China$")
        app.find("push button", "^Open the evidence in your browser$")
        app.press("alt+Left")
        app.find("label", "^Found for “qwen”")


def opens_a_model_from_the_list(session):
    with App(session, "hf-state:find?snapshot=2026-08-22&search=qwen3-8b") as app:
        app.click(app.find("list item", "^Qwen/Qwen3-8B, 15.5 million, "))
        app.find("frame", "^Model – HF State$")
        app.find("label", "^Number 21 of 529 models: 15.5 million downloads in 30 days")
        app.find("push button", "^Open the publisher’s page$").act()
        app.find("frame", "^Publisher – HF State$")
        app.press("alt+Left", "alt+Left")
        app.find("label", "^Found for “qwen3-8b”")


def shows_the_tree_of_a_model(session):
    add_models(session)
    with App(session, "hf-state:model?id=acme/base-chat") as app:
        app.find("label", "^1 model says that it is made from this one. It has 700 downloads")
        app.find("list item", "^acme/base, 9,?000 downloads, level 1$")
        app.find("list item", "^acme/base-chat, 8,?000 downloads, level 2$")
        app.session.run("xdotool", "mousemove", "1", "1")
        app.walk_to(".*", "^acme/base, .* level 1$", "Tab")
        app.walk_to(".*", "^Made smaller .quantised., 1 model, level 3$", "Down", most=3)
        app.press("Return")
        app.walk_to(".*", "^bits/base-chat-GGUF, 700 downloads, level 4$", "Down", most=2)
        app.press("Return")
        app.find("label", "^bits/base-chat-GGUF$")
        app.find("label", "^No model of this snapshot says that it is made from this one")
        app.press("alt+Left")
        app.find("list item", "^acme/base-chat, 8,?000 downloads, level 2$")


def shows_a_ring_once(session):
    add_models(session)
    with App(session, "hf-state:model?id=ring/one") as app:
        app.find("label", "in a ring. Each is shown once.")
        app.find("list item", "^ring/two, 50 downloads, level 1$")
        app.find("list item", "^ring/one, 60 downloads, level 2$")


if __name__ == "__main__":
    tap.run("/e2e/find", types_and_opens_a_publisher, opens_a_model_from_the_list, shows_the_tree_of_a_model, shows_a_ring_once)
