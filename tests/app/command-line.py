#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a user types it: what it prints, writes and refuses, without a display.

Usage: command-line.py PROGRAM TEST-HUB
"""

import csv
import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import tempfile

import tap

PROGRAM, TEST_HUB = sys.argv[1:]
HOME = tempfile.TemporaryDirectory(prefix="hf-state-home-")
NAMES = ["countries", "regions", "developer-types", "sizes", "concentration", "publishers", "tasks", "languages",
         "licenses", "libraries", "relations", "families", "years", "models"]


def run(*arguments, **environment):
    """Runs the program without a display; returns the finished process with text streams."""
    clean = {key: value for key, value in os.environ.items()
             if key not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE")}
    clean |= {"HOME": HOME.name, "XDG_DATA_HOME": os.path.join(HOME.name, "data"), "LC_ALL": "C.UTF-8",
              "HF_HUB_OFFLINE": "1"} | environment
    return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120, env=clean)


def text_of(*arguments, **environment):
    done = run(*arguments, **environment)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b"", done.stderr.decode()
    return done.stdout.decode()


def answer(query, **environment):
    return json.loads(text_of(f"--export={query}", "--output=-", "--format=json", **environment))


def refused(code, *words_and_arguments):
    """The arguments after the last word are refused in one line that holds each word."""
    words, arguments = words_and_arguments
    done = run(*arguments)
    error = done.stderr.decode()
    assert done.returncode == code, f"exit {done.returncode}: {error}"
    assert done.stdout == b""
    assert error.startswith("hf-state: ") and error.count("\n") == 1, error
    for word in words:
        assert word in error, f"{word!r} is not in {error!r}"


def chunks(png):
    """The text chunks of a PNG, by keyword."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, found = 8, {}
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        body = png[at + 8:at + 8 + length]
        if kind == b"tEXt":
            keyword, text = body.split(b"\0", 1)
            found[keyword.decode()] = text.decode("latin-1")
        elif kind == b"iTXt":
            keyword, rest = body.split(b"\0", 1)
            found[keyword.decode()] = rest[2:].split(b"\0", 2)[2].decode()
        at += 12 + length
    return found


def size_of(png):
    return struct.unpack(">II", png[16:24])


def test_lists_every_query_with_its_question():
    lines = text_of("--list").splitlines()
    assert [line.split("\t")[0] for line in lines] == NAMES
    assert all(line.count("\t") == 1 and line.endswith("?") for line in lines)


def test_lists_the_bundled_snapshots():
    rows = [line.split("\t") for line in text_of("--snapshots").splitlines()]
    assert [(row[1], row[3], row[4]) for row in rows] == [
        ("2022-07-02", "55524", "complete"), ("2026-08-07", "531", "partial"), ("2026-08-22", "529", "partial")]


def test_says_its_version_and_help():
    assert text_of("--version").startswith("hf-state 0.")
    help_text = text_of("--help")
    for option in ("--export", "--refresh", "--import", "--snapshots", "--list"):
        assert option in help_text


def test_writes_json_whose_rows_sum_to_the_total():
    result = answer("countries")
    assert result["query"] == "countries?measure=downloads"
    assert result["total"] == result["denominator"] == 2098051849
    assert sum(row["value"] for row in result["rows"]) == result["total"]
    assert abs(sum(row["share"] for row in result["rows"]) - 1) < 1e-9
    assert {"unknown", "unstated", "international"} <= {row["key"] for row in result["rows"]}
    assert result["snapshot"]["models"] == 529 and result["snapshot"]["complete"] is False
    assert result["window"] == "30 days to 2026-08-22"


def test_every_query_is_written_in_every_text_format():
    for name in NAMES:
        result = answer(f"{name}?snapshot=2026-08-22")
        table = list(csv.DictReader(io.StringIO(text_of(f"--export={name}", "--output=-", "--format=csv"), newline="")))
        assert len(table) == len(result["rows"]), name
        assert [int(row["value"]) for row in table] == [row["value"] for row in result["rows"]], name


def test_rows_of_models_carry_their_facts():
    row = answer("models?top=1")["rows"][0]
    assert row["id"] == "sentence-transformers/all-MiniLM-L6-v2"
    assert (row["publisher"], row["task"], row["size_source"]) == ("sentence-transformers", "sentence-similarity", "list")
    assert row["parameters"] > 20e6 and row["country"] and row["developer_type"]


def test_rows_of_publishers_carry_country_and_type():
    rows = {row["key"]: row for row in answer("publishers")["rows"]}
    assert (rows["google"]["country"], rows["google"]["developer_type"]) == ("US", "industry")


def test_concentration_of_2022_is_as_known_from_outside():
    result = answer("concentration?snapshot=2022-07-02")
    top = result["rows"][0]
    assert (top["key"], top["models"]) == ("top-0.01", 6)
    assert abs(top["share"] - 0.3374) < 0.00005
    assert abs(result["gini"] - 0.9958) < 0.00005


def test_filters_narrow_the_answer():
    everything = answer("models")["total"]
    chinese = answer("models?country=CN")
    assert 0 < chinese["total"] < everything
    assert all(row["country"] == "CN" for row in chinese["rows"])
    both = answer("models?country=CN&size=lt100m,100m-1b&search=bge")
    assert 0 < both["total"] < chinese["total"]
    assert all("bge" in row["id"].lower() for row in both["rows"])
    young = answer("models?year=2025..2026&developer-type=industry&library=transformers&task=text-generation")
    assert young["rows"] and all(row["task"] == "text-generation" for row in young["rows"])


def test_compares_like_with_like():
    result = answer("countries?compare=2022-07-02")
    assert result["most_downloaded"] == 300 and result["models"] == 300
    assert "300" in result["summary"] and "2 July 2022" in result["summary"]
    assert result["compare"]["date"] == "2022-07-02"
    china = next(row for row in result["rows"] if row["key"] == "CN")
    assert china["before"]["value"] > 0 and abs(china["share_change"] - (china["share"] - china["before"]["share"])) < 1e-9


def test_leaving_out_the_unknown_says_so():
    shown, excluded = answer("countries"), answer("countries?unknown=exclude")
    assert excluded["denominator"] < excluded["total"] == shown["total"]
    assert sum(row["value"] for row in excluded["rows"]) == excluded["denominator"]


def test_top_sums_the_others_in_one_row():
    rows = answer("publishers?top=3")["rows"]
    assert [row["key"] for row in rows[3:]] == ["other", "unknown"]
    assert sum(row["value"] for row in rows) == answer("publishers")["total"]


def test_a_second_dimension_divides_each_row():
    result = answer("countries?by=sizes")
    assert result["by"] == "sizes"
    for row in result["rows"]:
        assert sum(part["value"] for part in row["series"]) == row["value"], row["key"]


def test_speaks_polish_when_asked():
    result = json.loads(
        text_of("--export=countries", "--output=-", "--format=json", "--language=pl"))
    assert next(row for row in result["rows"] if row["key"] == "DE")["label"] == "Niemcy"


def test_a_picture_carries_its_description_and_its_query():
    png = run("--export=countries?share=1", "--output=-", "--format=png").stdout
    text = chunks(png)
    assert size_of(png) == (1600, 1000)
    assert text["Source"].startswith("hf-state:countries?") and "snapshot=hub-top-2026-08-22" in text["Source"]
    assert text["Title"] == "Whose models are downloaded?"
    assert "United States" in text["Description"] and "HF State" in text["Software"]
    assert text["Creation Time"] and text["Copyright"]


def test_a_picture_has_the_size_that_is_asked_for():
    png = run("--export=sizes", "--output=-", "--format=png", "--size=1200x675", "--scale=2").stdout
    assert size_of(png) == (2400, 1350)


def test_the_same_picture_is_the_same_bytes():
    first, second = (run("--export=countries", "--output=-", "--format=png").stdout for _ in range(2))
    assert first == second


def test_a_picture_is_the_chart_that_is_asked_for():
    def kind_of(*arguments):
        text = chunks(run(*arguments, "--output=-", "--format=png").stdout)
        return text["Chart"], text.get("Scale"), text["Description"].split(".")[0]

    assert kind_of("--export=countries?share=1")[:2] == ("bars", None)
    assert kind_of("--export=countries?share=1", "--chart=map") == (
        "map", None, "World map of the publishers’ countries, and a bar chart")
    assert kind_of("--export=countries?share=1&chart=treemap")[0] == "treemap"
    assert kind_of("--export=countries?chart=treemap", "--chart=bars", "--log")[:2] == ("bars", "log")
    assert kind_of("--export=sizes", "--chart=parameters", "--log")[:2] == ("parameters", "log")
    assert kind_of("--export=concentration", "--chart=curve")[0] == "curve"
    assert kind_of("--export=countries?over=time")[0] == "lines"


def test_a_chart_that_does_not_suit_is_refused():
    refused(2, ["pie", "bars", "map"], ["--export=countries", "--output=-", "--format=png", "--chart=pie"])
    refused(2, ["map", "bars, spread, parameters, range"], ["--export=sizes", "--output=-", "--format=png", "--chart=map"])
    refused(2, ["table"], ["--export=sizes", "--output=-", "--format=png", "--chart=table"])
    refused(2, ["twice"], ["--export=sizes?chart=bars&chart=bars", "--output=-", "--format=png"])
    refused(1, ["2019-01-01"], ["--export=sizes?snapshot=2019-01-01", "--output=-", "--format=png", "--chart=bars"])
    refused(2, ["--export"], ["--list", "--log"])


def test_vector_formats_are_written_by_the_ending():
    with tempfile.TemporaryDirectory() as folder:
        for name, start in (("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.png", b"\x89PNG"), ("a.csv", b"key,"), ("a.json", b"{")):
            path = os.path.join(folder, name)
            assert run("--export=sizes", f"--output={path}").returncode == 0
            with open(path, "rb") as file:
                assert file.read().startswith(start), name


def test_a_folder_holds_everything_about_an_answer():
    with tempfile.TemporaryDirectory() as parent:
        for name, arguments in (("one", []), ("two", ["--format=bundle", "--chart=map"])):
            folder = os.path.join(parent, name)
            text_of("--export=countries?share=1", f"--output={folder}{'' if arguments else '/'}", *arguments)
            assert sorted(os.listdir(folder)) == ["README.txt", "answer.csv", "answer.png", "answer.svg", "metadata.json"]
            with open(os.path.join(folder, "metadata.json"), encoding="utf-8") as file:
                metadata = json.load(file)
            assert metadata["query"].startswith("countries?") and "snapshot=hub-top-2026-08-22" in metadata["query"]
            assert metadata["snapshot"]["id"] == "hub-top-2026-08-22" and metadata["snapshot"]["licence"]
            assert metadata["chart"] == ("map" if arguments else "bars") and metadata["overrides"] == 0
            for entry in metadata["files"]:
                with open(os.path.join(folder, entry["name"]), "rb") as file:
                    data = file.read()
                assert hashlib.sha256(data).hexdigest() == entry["sha256"] and len(data) == entry["bytes"], entry["name"]
            assert len(metadata["files"]) == 4
            with open(os.path.join(folder, "README.txt"), encoding="utf-8") as file:
                readme = file.read()
            assert readme.startswith("Whose models are downloaded?") and f"hf-state:{metadata['query']}" in readme
        assert sorted(os.listdir(parent)) == ["one", "two"]
        refused(1, [os.path.join(parent, "one"), "already"], ["--export=countries", f"--output={parent}/one/"])
        refused(1, ["missing"], ["--export=countries", f"--output={parent}/missing/folder/"])
        refused(2, ["folder"], ["--export=countries", "--output=-", "--format=bundle"])
        assert sorted(os.listdir(parent)) == ["one", "two"]


def test_wrong_queries_name_the_word_and_what_is_allowed():
    for query, words in {
        "planets": ["planets", "countries"],
        "countries?colour=red": ["colour", "measure"],
        "countries?measure=stars": ["stars", "downloads-all-time"],
        "countries?measure=": ["measure"],
        "countries?measure=likes&measure=likes": ["measure", "twice"],
        "countries?year=2025..2022": ["2025..2022"],
        "countries?country=XX": ["XX", "ISO"],
        "countries?snapshot=2022-13-45": ["2022-13-45"],
        "countries?by=countries": ["countries", "sizes"],
        "countries?top=0": ["top"],
        "countries?search=%FF": ["search"],
    }.items():
        refused(2, words, [f"--export={query}", "--output=-", "--format=json"])


def test_what_the_snapshot_does_not_hold_fails_with_a_sentence():
    refused(1, ["2019-01-01", "hub-top-2026-08-22"], ["--export=countries?snapshot=2019-01-01", "--output=-", "--format=json"])
    refused(1, ["22 August 2026"], ["--export=countries?measure=downloads-all-time", "--output=-", "--format=json"])
    refused(1, ["nonsense", "fill-mask"], ["--export=countries?task=nonsense", "--output=-", "--format=json"])


def test_wrong_usage_is_refused():
    refused(2, ["--export"], ["--output=x.png"])
    refused(2, ["--output"], ["--export=countries"])
    refused(2, ["bmp", "png"], ["--export=countries", "--output=x.bmp"])
    refused(2, ["0x0"], ["--export=countries", "--output=x.png", "--size=0x0"])
    refused(2, ["9"], ["--export=countries", "--output=x.png", "--scale=9"])
    refused(2, ["pink", "dark"], ["--export=countries", "--output=x.png", "--appearance=pink"])
    refused(2, ["tlh", "pl"], ["--export=countries", "--output=x.png", "--language=tlh"])
    refused(2, ["--nonsense"], ["--nonsense"])
    refused(2, ["--import"], ["--date=2026-01-01"])
    assert not os.path.exists("x.png")


def test_an_unwritable_output_leaves_nothing_behind():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "missing", "x.csv")
        refused(1, [path], ["--export=countries", f"--output={path}"])
        assert os.listdir(folder) == []


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def test_imports_a_table_as_a_snapshot():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, "own.csv", b"likes,id,downloads,ignored\n5,maker/one-7b,100.0,x\n,maker/two,50,y\n")
        data = os.path.join(folder, "data")
        name = text_of(f"--import={path}", "--date=2026-10-01", XDG_DATA_HOME=data).strip()
        rows = [line.split("\t") for line in text_of("--snapshots", XDG_DATA_HOME=data).splitlines()]
        assert rows[-1][0] == name
        assert rows[-1][1] == "2026-10-01" and rows[-1][3] == "2"
        assert answer("models?snapshot=2026-10-01", XDG_DATA_HOME=data)["total"] == 150


def test_bad_imports_name_the_line_and_change_nothing():
    cases = {
        b"id,likes\na/b,1\n": ["downloads"],
        b"id,downloads\na/b,-1\n": ["2", "-1"],
        b"id,downloads\na/b,1\na/b,2\n": ["3", "a/b"],
        b"id,downloads\na/b\n": ["2"],
        b"id,downloads\na/b,\xff\n": ["2", "UTF-8"],
        b"id,downloads\na/b,\"1\n": ["2"],
        b"": [],
        b"id" + b",x" * 10_000_000 + b"\n": ["columns"],
        b'[{"_id": "0123456789abcdef01234567", "id": "a/b", "downloads": "many"}]': ["1", "downloads"],
        b'[{"id": "a/b", "downloads": 1': [],
    }
    with tempfile.TemporaryDirectory() as folder:
        for content, words in cases.items():
            refused(1, words, [f"--import={write(folder, 'bad', content)}", "--date=2026-10-02"])
        refused(1, ["2026-02-30"], [f"--import={write(folder, 'good.csv', b'id,downloads')}", "--date=2026-02-30"])
        refused(1, ["nowhere.csv"], [f"--import={folder}/nowhere.csv"])
    assert len(text_of("--snapshots").splitlines()) == 3


def test_claims_are_judged_in_words_and_in_json():
    assert "china-41" in text_of("--claims")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "claims.json")
        text_of("--claims", f"--output={path}")
        with open(path, encoding="utf-8") as file:
            assert len(json.dumps(json.load(file))) > 10000
    refused(2, ["JSON"], ["--claims", "--output=claims.txt"])


class Hub:
    """The test Hub on loopback; it ends with its standard input."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([TEST_HUB, "--until-eof", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self):
        return self.process.stdout.readline().decode().strip()

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()


def test_changes_are_said_and_written():
    said = run("--changes=2022-07-02..2026-08-22").stdout.decode()
    assert said.startswith("The 300 most downloaded models, 2 July 2022 and 22 August 2026.\n"), said
    assert "\nBiggest rises\n" in said
    # The Hub gave it a publisher since; it is not new.
    assert "google-bert/bert-base-uncased is new" not in said
    table = run("--changes=2022-07-02..2026-08-22", "--output=-", "--format=csv").stdout.decode()
    assert table.startswith("kind,key,label,value_before,value,"), table[:80]
    changes = json.loads(run("--changes=2022-07-02..2026-08-22", "--output=-", "--format=json").stdout)
    assert len(changes["changes"]) == table.count("\r\n") - 1
    assert changes["depth"] == 300 and changes["before"]["date"] == "2022-07-02"


def test_changes_name_what_is_wrong():
    for value, word in (("yesterday", "yesterday"), ("..", "..")):
        done = run("--changes=" + value)
        assert done.returncode == 2 and word in done.stderr.decode()
    done = run("--changes=2022-07-02..1999-01-01")
    assert done.returncode == 1 and "1999-01-01" in done.stderr.decode()
    done = run("--changes", "--output=changes.png")
    assert done.returncode == 2 and "csv" in done.stderr.decode()


def test_a_refresh_becomes_the_latest_snapshot():
    with tempfile.TemporaryDirectory() as folder, Hub("--models=2500") as uri:
        live = {"XDG_DATA_HOME": folder, "HF_ENDPOINT": uri, "HF_HUB_OFFLINE": "0"}
        done = run("--refresh=1200", **live)
        assert done.returncode == 0, done.stderr.decode()
        assert "1,200 of 1,200 models fetched" in done.stderr.decode(), done.stderr.decode()
        name = done.stdout.decode().strip()
        result = answer("models", **live)
        assert (result["snapshot"]["id"], result["models"], result["snapshot"]["complete"]) == (name, 1200, False)
        assert run("--refresh=all", **live).returncode == 0
        assert answer("concentration", **live)["snapshot"]["complete"] is True


def test_a_refresh_that_fails_leaves_what_was_there():
    with tempfile.TemporaryDirectory() as folder, Hub("--models=2500", "--fault=html@1x0") as uri:
        live = {"XDG_DATA_HOME": folder, "HF_ENDPOINT": uri, "HF_HUB_OFFLINE": "0"}
        done = run("--refresh=2000", **live)
        assert done.returncode == 1
        assert done.stderr.decode().splitlines()[-1].startswith("hf-state: ")
        assert len(text_of("--snapshots", **live).splitlines()) == 3


def test_offline_refresh_says_so_and_changes_nothing():
    done = run("--refresh=10")
    assert done.returncode == 1 and "HF_HUB_OFFLINE" in done.stderr.decode().splitlines()[-1]
    refused(2, ["many"], ["--refresh=many"])


tap.run(sys.modules[__name__])
