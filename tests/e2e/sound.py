#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listens to a chart: a sound server of its own records what the program plays."""

import array
import os
import time

import tap
from harness import App
from session import Failure, wait_for

# Louder than silence, and the pause between two tones.
LOUD = 200
PAUSE = 0.02
RATE = 44100


def start_ear(session):
    """Starts a sound server without loudspeakers, and a recorder of what it would play. Returns the file."""
    session.start("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--load=module-native-protocol-unix",
                  "--load=module-null-sink sink_name=ear")
    wait_for("the sound server", lambda: os.path.exists(os.path.join(session.env["XDG_RUNTIME_DIR"], "pulse", "native")))
    heard = os.path.join(session.folder, "heard")
    session.start("parecord", "--device=ear.monitor", "--raw", f"--rate={RATE}", "--channels=1", "--format=s16le", heard)
    wait_for("the recorder", lambda: os.path.exists(heard) and os.path.getsize(heard) > 10000)
    return heard


def hear_pitches(path):
    """The pitch in hertz of each tone in the recording, as often as it rises through zero."""
    with open(path, "rb") as recording:
        data = recording.read()
    samples = array.array("h", data[:len(data) // 2 * 2])
    pitches, begin, last = [], None, 0
    for place, sample in enumerate(samples):
        if abs(sample) > LOUD:
            begin = place if begin is None else begin
            last = place
        elif begin is not None and place - last > PAUSE * RATE:
            tone = samples[begin:last]
            pitches.append(sum(1 for one, next_ in zip(tone, tone[1:]) if one < 0 <= next_) * RATE / len(tone))
            begin = None
    return pitches


def tones_are_as_high_as_their_values(session):
    heard = start_ear(session)
    with App(session, "hf-state:countries") as app:
        app.click(app.find("list item", "^United States, .* 1 of "))
        app.press("s")
        # Sixteen tones of a fifth of a second.
        wait_for("the last tone", lambda: len(hear_pitches(heard)) >= 16)
        time.sleep(0.5)
        pitches = hear_pitches(heard)
    if len(pitches) != 16:
        raise Failure(f"{len(pitches)} tones are heard for 16 countries: {pitches}")
    if not (870 < pitches[0] < 890 and 510 < pitches[1] < 545 and all(215 < pitch < 300 for pitch in pitches[3:])):
        raise Failure(f"the tones are not as high as their values: {pitches}")


def the_same_key_stops_it(session):
    heard = start_ear(session)
    with App(session, "hf-state:countries") as app:
        app.click(app.find("list item", "^United States, .* 1 of "))
        app.press("s")
        wait_for("the first tones", lambda: hear_pitches(heard)[1:])
        app.press("s")
        time.sleep(4)
        pitches = hear_pitches(heard)
    if len(pitches) > 12:
        raise Failure(f"{len(pitches)} tones are heard, though it was stopped after the first")


if __name__ == "__main__":
    tap.run("/e2e/sound", tones_are_as_high_as_their_values, the_same_key_stops_it)
