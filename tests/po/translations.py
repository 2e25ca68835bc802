#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py SOURCE-ROOT XGETTEXT-OPTION...

Tells whether po/POTFILES lists every file with texts for the reader, and whether every language of po/LINGUAS has all
of these texts."""

import os
import re
import subprocess
import sys
import tempfile

C_TEXT = re.compile(r"(?<!\w)(?:_|N_|C_|NC_|ngettext|g_dc?gettext|g_dngettext|g_dpgettext2?)\s*\(\s*\"|_\(\s*$", re.M)
UI_TEXT = re.compile(r"translatable=\"(?:yes|true|1)\"")
# Files of these endings hold texts by their nature.
ALWAYS = (".desktop", ".metainfo.xml")


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def point(self, name, problems):
        self.count += 1
        self.failed |= bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} {name}")
        for problem in problems:
            print(problem, file=sys.stderr)


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def has_texts(path):
    if path.endswith(ALWAYS):
        return True
    pattern = C_TEXT if path.endswith(".c") else UI_TEXT if path.endswith(".ui") else None
    if pattern is None:
        return False
    with open(path, encoding="utf-8") as file:
        return bool(pattern.search(file.read()))


def files_with_texts(root):
    found = [name for name in os.listdir(root) if os.path.isfile(os.path.join(root, name))]
    for top in ("data", "src"):
        for folder, _, names in os.walk(os.path.join(root, top)):
            found += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    return {name for name in found if has_texts(os.path.join(root, name))}


def run(*command):
    """Runs the command; returns what it complained of, or nothing when it succeeded."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=dict(os.environ, LC_ALL="C.UTF-8"), check=False)
    return done.stdout.splitlines() or [f"{command[0]} failed"] if done.returncode else []


def messages(catalogue, selection):
    """The messages of the catalogue that msgattrib selects."""
    text = subprocess.run(["msgattrib", "--no-obsolete", "--no-wrap", selection, catalogue],
                          capture_output=True, text=True, check=True).stdout
    # The header comes along as a message without a text.
    return [line for line in text.splitlines() if line.startswith("msgid ") and line != 'msgid ""']


def cut_texts(template):
    """The texts that end inside a conversion: xgettext stops at a macro such as G_GINT64_FORMAT and drops the rest. A sign after a
    no-break space is per cent, in a text of the data."""
    return [text for text in messages(template, "--untranslated") if re.search(r"(?<![%\u00a0])(?:%%)*%\"$", text)]


def main(root, options):
    tap = Tap()
    po = os.path.join(root, "po")
    listed = lines_of(os.path.join(po, "POTFILES"))
    texts = files_with_texts(root)
    tap.point("/po/potfiles/lists-every-file-with-texts", sorted(texts - set(listed)))
    tap.point("/po/potfiles/lists-no-file-without-texts", sorted(set(listed) - texts))
    tap.point("/po/potfiles/is-in-order", [] if listed == sorted(set(listed)) else ["sort po/POTFILES, each line once"])
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "hf-state.pot")
        tap.point("/po/template/can-be-made",
                  run("xgettext", *options, "--directory", root, "--files-from", os.path.join(po, "POTFILES"),
                      "--output", template))
        tap.point("/po/template/holds-whole-texts", cut_texts(template))
        for language in lines_of(os.path.join(po, "LINGUAS")):
            catalogue = os.path.join(po, f"{language}.po")
            tap.point(f"/po/{language}/is-well-formed", run("msgfmt", "--check", "--output", os.devnull, catalogue))
            tap.point(f"/po/{language}/has-every-text",
                      run("msgcmp", "--use-untranslated", "--use-fuzzy", catalogue, template))
            tap.point(f"/po/{language}/has-nothing-untranslated", messages(catalogue, "--untranslated"))
            tap.point(f"/po/{language}/has-nothing-doubtful", messages(catalogue, "--only-fuzzy"))
    print(f"1..{tap.count}")
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
