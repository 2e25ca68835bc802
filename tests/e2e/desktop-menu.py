#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the program as a user would, and starts it as a desktop does: from its menu entry and over D-Bus."""

import os
import subprocess
import sys
import tempfile

import tap
from harness import Program, check_log
from session import Failure, wait_for

APP_ID = "org.example.HfState"


def install(folder):
    """Builds the program for a prefix of its own in the folder, and installs it there."""
    build, prefix = os.path.join(folder, "build"), os.path.join(folder, "prefix")
    for command in (["meson", "setup", build, os.environ["MESON_SOURCE_ROOT"], "-Dtests=none", f"--prefix={prefix}"],
                    ["meson", "install", "-C", build]):
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{done.stdout}")
    return prefix


def sees_the_window(session, *command):
    """Asks for the program with the command, and waits for its window on the screen and in the accessibility tree."""
    program = Program(session)
    if program.root:
        raise Failure("the program runs before anybody asked for it")
    log = session.start(*command)
    try:
        program.find("frame", "HF State$")
        wait_for("the window on the screen", lambda: 'HF State"' in session.run("xwininfo", "-root", "-tree"))
    except Exception:
        program.show_failure()
        raise
    check_log(log)
    check_log(os.path.join(session.folder, "dbus-daemon.log"))


def has_a_name_and_an_icon(session):
    for path in (f"applications/{APP_ID}.desktop", f"metainfo/{APP_ID}.metainfo.xml",
                 f"icons/hicolor/scalable/apps/{APP_ID}.svg", f"icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg",
                 f"dbus-1/services/{APP_ID}.service", "glib-2.0/schemas/gschemas.compiled",
                 "locale/pl/LC_MESSAGES/hf-state.mo"):
        if not os.path.isfile(os.path.join(PREFIX, "share", path)):
            raise Failure(f"{path} is not installed")
    session.run("desktop-file-validate", os.path.join(PREFIX, "share/applications", f"{APP_ID}.desktop"))
    entry = session.run(
        sys.executable, "-c", "from gi.repository import Gio; "
        f"entry = Gio.DesktopAppInfo.new('{APP_ID}.desktop'); "
        "print(entry.get_name(), entry.get_icon().to_string(), entry.should_show(), sep='|')")
    if entry.strip() != f"HF State|{APP_ID}|True":
        raise Failure(f"the menu would show {entry}")


def starts_from_its_menu_entry(session):
    sees_the_window(session, "gtk4-launch", APP_ID)


def starts_from_its_desktop_file(session):
    """By the Exec line, as some desktops do."""
    sees_the_window(session, "gio", "launch", os.path.join(PREFIX, "share/applications", f"{APP_ID}.desktop"))


def starts_by_d_bus_activation(session):
    sees_the_window(session, "gdbus", "call", "--session", "--dest", APP_ID, "--object-path",
                    "/" + APP_ID.replace(".", "/"), "--method", "org.freedesktop.Application.Activate", "{}")


with tempfile.TemporaryDirectory(prefix="hf-state-installed.") as FOLDER:
    PREFIX = install(FOLDER)
    # What is installed has to find its own settings and translations.
    for name in ("GSETTINGS_SCHEMA_DIR", "HFS_LOCALEDIR"):
        os.environ.pop(name, None)
    os.environ["PATH"] = os.path.join(PREFIX, "bin") + ":" + os.environ["PATH"]
    tap.run("/e2e/desktop-menu", has_a_name_and_an_icon, starts_from_its_menu_entry, starts_from_its_desktop_file,
            starts_by_d_bus_activation,
            XDG_DATA_DIRS=os.path.join(PREFIX, "share") + ":/usr/local/share:/usr/share")
