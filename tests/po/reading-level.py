#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""reading-level.py SOURCE-ROOT XGETTEXT-OPTION...

Tells whether every sentence for the reader, in the program and in its data, can be read at school: by the formula of Flesch and
Kincaid at grade 9 or below, and in words that hold no opinion. Each exception is in reading-level.txt, with its reason."""

import os
import re
import subprocess
import sys
import tempfile

HIGHEST_GRADE = 9
# The formula means nothing for fewer words.
FEWEST_WORDS = 8
# Words that judge, or that sell.
OPINION = re.compile(r"\b(?:amazing|awesome|best|better|excellent|exciting|unfortunately|fortunately|great|impressive|incredibl[ey]|"
                     r"obvious(?:ly)?|of course|powerful|revolutionary|simply|surpris(?:ing|ingly)|sadly|terrible|worst|worse|"
                     r"should be proud|world-class)\b|!", re.I)
# Words that not everybody knows; the glossary has to explain those that are used.
SPECIAL = ("base model", "concentration", "CSV", "family", "GGUF", "Gini", "JSON", "Lorenz", "mean", "median",
           "mixture of experts", "parameters", "publisher", "snapshot", "token")
# What stands for a value is read as one short word; so is an address, a key of a query, a name in quotes.
VALUE = re.compile(r"%(?:\d+\$)?[-+0#']*(?:\d+|\*)?(?:\.\d+)?[a-zA-Z]")
NAME = re.compile(r"“[^”]*”|<[^>]*>|\bhttps?:\S+|\bhf-state:\S+|--\S+|\S+@\S+|\b[\w.-]+/[\w./-]+")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*")
SENTENCE = re.compile(r"(?<=[.?!…])\s+|(?<=[:;])\s+|\n+")


def count_syllables(word):
    """Groups of vowels, without a silent e at the end. Numbers and short forms count as one."""
    word = word.lower().replace("’", "'")
    if not word[0].isalpha():
        return 1
    plain = re.sub(r"(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$", lambda found: found.group()[0], word)
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def grade(words):
    """The American school grade that a sentence of these words asks for."""
    return 0.39 * len(words) + 11.8 * sum(map(count_syllables, words)) / len(words) - 15.59


def read_template(root, options):
    """The texts that a reader of English sees, as xgettext finds them."""
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "hf-state.pot")
        subprocess.run(["xgettext", *options, "--directory", root, "--files-from", os.path.join(root, "po", "POTFILES"),
                        "--output", template], check=True, capture_output=True)
        text = subprocess.run(["msgcat", "--no-wrap", "--no-location", template], capture_output=True, text=True, check=True).stdout
    for found in re.finditer(r'^msgid(?:_plural)? ((?:".*"\n)+)', text, re.M):
        message = "".join(re.findall(r'"(.*)"', found.group(1)))
        yield message.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def sentences(message):
    plain = NAME.sub("it", VALUE.sub("it", message)).replace("\u00a0", " ").replace("_", "")
    return [sentence for sentence in SENTENCE.split(plain) if sentence.strip()]


def read_exceptions(path):
    with open(path, encoding="utf-8") as file:
        return {line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")}


def explained(root):
    """The words of the glossary."""
    with open(os.path.join(root, "src", "views", "hfs-glossary.c"), encoding="utf-8") as file:
        return " / ".join(re.findall(r'\{ N_\("([^"]+)"\), N_', file.read())).lower()


def main(root, options):
    glossary = explained(root)
    allowed = read_exceptions(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reading-level.txt"))
    hard, judging, used, special, count = [], [], set(), set(), 0
    for message in read_template(root, options):
        if OPINION.search(VALUE.sub("it", message)):
            judging.append(message)
        special.update(word for word in SPECIAL if re.search(rf"\b{word}s?\b", message, re.I))
        for sentence in sentences(message):
            words = WORD.findall(sentence)
            if len(words) < FEWEST_WORDS:
                continue
            count += 1
            if grade(words) > HIGHEST_GRADE:
                if sentence in allowed:
                    used.add(sentence)
                else:
                    hard.append(f"{grade(words):.1f} {sentence}")
    points = [
        ("finds-the-sentences", [] if count > 200 else [f"only {count} sentences were found"]),
        (f"every-sentence-is-of-grade-{HIGHEST_GRADE}", hard),
        ("no-word-judges", judging),
        ("the-glossary-explains-every-special-word", sorted(word for word in special if word.lower() not in glossary)),
        ("no-exception-is-idle", sorted(allowed - used)),
    ]
    print(f"1..{len(points)}")
    for number, (name, problems) in enumerate(points, 1):
        print(f"{'not ok' if problems else 'ok'} {number} /po/reading-level/{name}")
        for problem in problems:
            print(problem, file=sys.stderr)
    print(f"# {count} sentences of {FEWEST_WORDS} words or more")
    return 1 if any(problems for _, problems in points) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
