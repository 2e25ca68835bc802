# SPDX-License-Identifier: GPL-3.0-or-later
"""HF State as a user meets it: started, seen through the accessibility tree, worked with actions and keys."""

import os
import re
import subprocess
import sys
import time

import gi

from session import Failure, wait_for

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version has to be asked for first)

# What a program must never say on its way. The bus daemon and fontconfig speak otherwise.
COMPLAINT = re.compile(r"-(?:WARNING|CRITICAL|ERROR)\b|^(?:WARNING|CRITICAL): |AddressSanitizer|runtime error:", re.M)


class Node:
    """One element of the accessibility tree."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        return self.ask(self.accessible.get_role_name)

    @property
    def name(self):
        return self.ask(self.accessible.get_name)

    @property
    def description(self):
        return self.ask(self.accessible.get_description)

    @staticmethod
    def ask(getter, *arguments):
        """An element can go while the tree is read; it then has nothing to say."""
        try:
            return getter(*arguments) or ""
        except GLib.GError:
            return ""

    @property
    def children(self):
        self.accessible.clear_cache()
        count = self.ask(self.accessible.get_child_count) or 0
        found = (self.ask(self.accessible.get_child_at_index, i) for i in range(count))
        return [Node(child) for child in found if child]

    @property
    def text(self):
        return Atspi.Text.get_text(self.accessible, 0, -1)

    def has(self, state):
        """Whether the element is in the state, one of Atspi.StateType."""
        states = self.ask(self.accessible.get_state_set)
        return bool(states) and states.contains(state)

    @property
    def place(self):
        """Where the element is in its window; of no width when it has never been shown."""
        return Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)

    def act(self):
        """Does what a click would do."""
        if not Atspi.Action.get_n_actions(self.accessible):
            raise Failure(f"nothing can be done with {self}")
        Atspi.Action.do_action(self.accessible, 0)

    def write(self, text):
        """Puts the text in the place of what the entry holds."""
        if not Atspi.EditableText.set_text_contents(self.accessible, text):
            raise Failure(f"{self} takes no text")

    def walk(self):
        """This element and all below it, from top to bottom."""
        yield self
        for child in self.children:
            yield from child.walk()

    def matches(self, role, name=""):
        """The elements below whose role fits the pattern role and in whose name the pattern is found, read as they are
        asked for: each takes a few messages over the bus, and a page has thousands."""
        return (node for node in self.walk() if re.fullmatch(role, node.role) and re.search(name, node.name))

    def all(self, role, name=""):
        """All of the matches."""
        return list(self.matches(role, name))

    def lines(self, depth=0):
        """The tree from here on, to be read when a test failed."""
        yield "  " * depth + str(self)
        for child in self.children:
            yield from child.lines(depth + 1)

    def __str__(self):
        description = f" ({self.description})" if self.description else ""
        return f"{self.role} “{self.name}”{description}"


class Program:
    """A program that runs, whoever started it."""

    def __init__(self, session, name="^hf-state$"):
        self.session = session
        self.name = name

    @property
    def root(self):
        """The program in the accessibility tree; nothing as long as it is not there."""
        return find_application(self.name)

    def find(self, role, name="", within=None, timeout=15.0):
        """Waits for an element of the role in whose name the pattern is found, and returns it."""
        def look():
            self.check_alive()
            try:
                top = within or self.root
                return next(top.matches(role, name), None) if top else None
            except GLib.Error:
                return None  # It went away while it was being looked at.
        return wait_for(f"{role} “{name}”", look, timeout)

    def check_alive(self):
        """Fails if it is known that the program has ended."""

    def press(self, *keys):
        """Presses keys as xdotool names them, such as ctrl+e, in the window that was opened last."""
        self.session.run("xdotool", "windowfocus", "--sync", self.windows()[-1], "key", "--clearmodifiers", *keys)

    def walk_to(self, role, name, *keys, most=60):
        """Presses the keys, each time all of them, until such an element has the focus, and returns it."""
        self.find(role, name)
        for _ in range(most):
            for node in self.root.all(role, name):
                if node.has(Atspi.StateType.FOCUSED):
                    return node
            self.press(*keys)
        raise Failure(f"{role} “{name}” is not reached by {', '.join(keys)}")

    def click(self, node):
        """Clicks with the pointer in the middle of an element of the first window, as soon as it stays where it is."""
        def stay():
            before = node.place
            time.sleep(0.1)
            after = node.place
            same = all(getattr(before, side) == getattr(after, side) for side in ("x", "y", "width", "height"))
            return after if same and after.width > 0 else None
        place = wait_for(f"{node} to stay in one place", stay)
        x, y = place.x + place.width // 2, place.y + place.height // 2
        self.session.run("xdotool", "mousemove", "--window", self.windows()[0], str(x), str(y), "click", "1")

    def windows(self):
        """The X windows of the program, the one opened last at the end."""
        process = self.root.accessible.get_process_id()
        return self.session.run("xdotool", "search", "--onlyvisible", "--pid", str(process)).split()

    def picture(self, path):
        """Takes a picture of the whole screen."""
        self.session.run("import", "-window", "root", path)

    def show_failure(self):
        """Leaves what a reader needs to understand a failure: the tree on stderr and a picture beside the test's logs."""
        root = self.root
        print("\n".join(root.lines()) if root else "The program is not in the accessibility tree.", file=sys.stderr)
        folder = os.environ.get("MESON_BUILD_ROOT")
        if folder:
            self.picture(os.path.join(folder, "meson-logs", f"e2e-{os.getpid()}.png"))


class App(Program):
    """One run of the program. Ends with the with statement, and then must not have complained of anything."""

    def __init__(self, session, *arguments):
        super().__init__(session)
        self.command = [os.environ["HFS_PROGRAM"], *arguments]
        self.log = os.path.join(session.folder, "stderr")
        self.process = None

    def __enter__(self):
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(self.command, env=self.session.env, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log)
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self.show_failure()
        status = self.process.poll()
        if status is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if kind is None:
            check_log(self.log)
            if status:
                raise Failure(f"the program ended with status {status}")

    def check_alive(self):
        if self.process.poll() is not None:
            with open(self.log, encoding="utf-8", errors="replace") as log:
                raise Failure(f"the program ended with status {self.process.returncode} and said: {log.read()}")

    def wait_for_end(self):
        """Waits until the program ends by itself, which it must do well."""
        if self.process.wait(10):
            raise Failure(f"the program ended with status {self.process.returncode}")


def check_log(path):
    """Fails if a program has complained in what it wrote to the file."""
    with open(path, encoding="utf-8", errors="replace") as log:
        said = log.read()
    if COMPLAINT.search(said):
        raise Failure(f"the program complained: {said}")


def find_application(name):
    """The first application in the accessibility tree in whose name the pattern is found, or nothing."""
    for application in Node(Atspi.get_desktop(0)).children:
        try:
            application.accessible.clear_cache()
            if re.search(name, application.name):
                return application
        except GLib.Error:
            continue  # It went away while it was being looked at.
    return None
