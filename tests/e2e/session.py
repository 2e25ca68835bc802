# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for a test: an X server, a session bus and the folders of a user who has just been created."""

import ctypes
import os
import signal
import subprocess
import tempfile
import time

PR_SET_CHILD_SUBREAPER = 36
# A warning of the accessibility client, in this process, is not one of the program. Taken away before GLib is loaded.
os.environ.pop("G_DEBUG", None)
# What a test takes over from the one who runs it.
INHERITED = ("PATH", "GSETTINGS_SCHEMA_DIR", "HFS_LOCALEDIR", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")


class Failure(AssertionError):
    """What a user would have expected and did not see."""


def wait_for(what, look, timeout=15.0):
    """Calls look until it returns something true, and returns that. Fails after timeout seconds, saying what was awaited."""
    end = time.monotonic() + timeout
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise Failure(f"waited {timeout:g} s in vain for {what}")
        time.sleep(0.05)


def children_of(parent):
    """The processes that parent started, and that these started, the youngest last."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as stat:
                    parents[int(entry)] = int(stat.read().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found, generation = [], {parent}
    while generation:
        generation = {child for child, its_parent in parents.items() if its_parent in generation}
        found += sorted(generation)
    return found


def adopt_orphans():
    """Lets what children leave behind come to this process, so that end_children finds it."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_children():
    """Ends every process that this one has started, and those that they have started."""
    for number, patience in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 5.0)):
        for process in reversed(children_of(os.getpid())):
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                if os.waitpid(-1, os.WNOHANG)[0] == 0:
                    time.sleep(0.02)
            except ChildProcessError:
                return


class Session:
    """Keeps its files in a folder of the caller, who also ends what is started in it (end_children)."""

    def __init__(self, folder, size="1280x900", **env):
        self.folder = folder
        self.size = size
        self.env = {name: os.environ[name] for name in INHERITED if name in os.environ}
        self.env.update(
            ADW_DISABLE_PORTAL="1",
            GDK_BACKEND="x11",
            G_DEBUG="fatal-criticals",
            GIO_USE_PROXY_RESOLVER="dummy",
            GIO_USE_VFS="local",
            GSETTINGS_BACKEND="keyfile",
            GSK_RENDERER="cairo",
            GTK_USE_PORTAL="0",
            LANG="C.UTF-8",
            NO_PROXY="127.0.0.1",
        )
        self.env.update(env)
        self.new_home()

    def new_home(self):
        """Gives the programs that are started from now on the folders of a new user."""
        self.home = tempfile.mkdtemp(prefix="home.", dir=self.folder)
        self.env["HOME"] = self.home
        for name, folder in (("XDG_CONFIG_HOME", ".config"), ("XDG_CACHE_HOME", ".cache"),
                             ("XDG_DATA_HOME", ".local/share"), ("XDG_STATE_HOME", ".local/state")):
            self.env[name] = os.path.join(self.home, folder)
            os.makedirs(self.env[name])

    def open(self):
        """Starts the X server and the bus."""
        self.env["XDG_RUNTIME_DIR"] = os.path.join(self.folder, "runtime")
        os.mkdir(self.env["XDG_RUNTIME_DIR"], 0o700)
        self.env["DISPLAY"] = ":" + self._start_service(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{self.size}x24", "-noreset", "-nolisten", "tcp"])
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._start_service(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"])
        # The accessibility client lives in this process and reads the environment once.
        os.environ.update({name: value for name, value in self.env.items() if name != "G_DEBUG"})

    def _start_service(self, command):
        """Starts a service that prints one line when it is ready, and returns that line."""
        with open(os.path.join(self.folder, os.path.basename(command[0]) + ".log"), "wb") as log:
            process = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.PIPE, stderr=log, text=True)
        line = process.stdout.readline().strip()
        if not line:
            raise Failure(f"{command[0]} did not start")
        return line

    def start(self, *command):
        """Starts a command that goes on by itself. Returns the file in which is what it says."""
        path = os.path.join(self.folder, os.path.basename(command[0]) + ".log")
        with open(path, "wb") as log:
            subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        return path

    def start_hub(self, *arguments):
        """Starts the test Hub; programs started from now on talk to it. Returns its address."""
        self.env["HF_ENDPOINT"] = self._start_service([os.environ["HFS_TEST_HUB"], *arguments])
        return self.env["HF_ENDPOINT"]

    def run(self, *command, timeout=30):
        """Runs a command to its end, and returns what it printed."""
        done = subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=timeout, check=False)
        if done.returncode:
            raise Failure(f"{' '.join(command)} failed with {done.returncode}: {done.stderr.strip()}")
        return done.stdout
