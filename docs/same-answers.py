#!/usr/bin/env python3
"""Whether two builds of CoreYield give the same answers.

  docs/same-answers.py [--captures DIR] [--names FILE] [--sentences] OLD.jar NEW.jar

Each jar simulates every machine that it holds (docs/machines) with seed 1, imports the captures of 2017,
compares five runs and makes a bundle that it verifies. Then all JSON and CSV files are compared,
number by number, and every difference is named. Ends with 1 if there is one.

  --captures DIR  directory with the dstat captures of 2017 (docs/IMPORT.md says where they are from)
  --names FILE    names that changed on purpose: OLD, a tab, NEW on each line
  --sentences     compare texts of several words, too
  --keep DIR      keep what the jars wrote, in DIR/old and DIR/new

Needs Python 3.9 or newer; java is the one in JAVA_HOME, or on the PATH.
"""

import argparse
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

COMPARED = ["4c8t-mixed", "4c8t-fake", "4c8t-whole", "4c8t-neighbour", "64c128t-numa"]
TIMINGS = [
    ("5.866,5.792,0.024", 1, "2^28", "python multiprocessing"),
    ("6.236,12.172,0.028", 2, "2^28", "python multiprocessing"),
    ("6.970,25.728,0.048", 4, "2^28", "python multiprocessing"),
    ("12.169,93.904,0.040", 8, "2^28", "python multiprocessing"),
    ("5.586,5.980,2.944", 2, "2^26", "python threading"),
    ("14.600,20.820,13.280", 4, "2^26", "python threading"),
    ("27.663,39.132,26.920", 8, "2^26", "python threading"),
]
# What differs between any two runs of one jar.
MOMENTS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?")


class Jar:
    """One build and the directory that it fills."""

    def __init__(self, path, directory):
        home = os.environ.get("JAVA_HOME")
        self.java = [os.path.join(home, "bin", "java") if home else "java", "-jar", str(path)]
        self.directory = directory
        directory.mkdir(parents=True)

    def run(self, *arguments, codes=(0, 1)):
        command = self.java + [str(argument) for argument in arguments]
        done = subprocess.run(command, cwd=self.directory, capture_output=True, text=True)
        if done.returncode not in codes:
            sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
        return done

    def fill(self, captures):
        with zipfile.ZipFile(self.java[-1]) as jar:
            machines = [name for name in jar.namelist() if re.fullmatch(r"machines/.+\.json", name)]
            jar.extractall(self.directory, machines)
        for machine in sorted(machines):
            self.run("run", "--simulate", machine, "--seed", 1, "--out", pathlib.Path(machine).stem)
        if captures:
            timings = []
            for times, workers, elements, what in TIMINGS:
                timings += ["--timing", times, "--workers", workers, "--elements", elements, "--what", what]
            files = sorted(pathlib.Path(captures).resolve().glob("dstat-*.txt"))
            self.run("import", *files, "--cores", 4, "--cpu", "the machine of 2017", "--out", "y2017", *timings)
        self.run("compare", *COMPARED, "--out", "comparison")
        self.run("bundle", COMPARED[0], "--out", "bundle.zip")
        self.run("verify", "bundle.zip", codes=[0])


def is_sentence(value):
    return isinstance(value, str) and " " in value.strip()


class Comparison:
    """Counts values and names what differs."""

    def __init__(self, names, sentences):
        self.names = names
        self.sentences = sentences
        self.values = 0
        self.faults = []

    def text(self, value):
        if is_sentence(value):
            return MOMENTS.sub("…", value) if self.sentences else "…"
        return MOMENTS.sub("…", value)

    def renamed(self, value):
        """A name, or several that a slash, a dot or a colon joins, as the new build spells it."""
        if value in self.names:
            return self.names[value]
        return "".join(self.names.get(part, part) for part in re.split(r"([/.:·])", value))

    def json(self, place, old, new):
        if isinstance(old, dict) and isinstance(new, dict):
            old = {self.renamed(key): value for key, value in old.items()}
            for key in {**old, **new}:
                if key not in old or key not in new:
                    self.faults.append(f"{place}.{key}: only in the {'new' if key in new else 'old'} one")
                else:
                    self.json(f"{place}.{key}", old[key], new[key])
        elif isinstance(old, list) and isinstance(new, list):
            if len(old) != len(new):
                self.faults.append(f"{place}: {len(old)} entries, now {len(new)}")
            for index, pair in enumerate(zip(old, new)):
                self.json(f"{place}[{index}]", *pair)
        else:
            self.value(place, old, new)

    def value(self, place, old, new):
        self.values += 1
        if isinstance(old, str) and isinstance(new, str):
            same = self.text(self.renamed(old)) == self.text(new)
        else:
            same = old == new and type(old) is type(new)
        if not same:
            self.faults.append(f"{place}: {old!r}, now {new!r}")

    def rows(self, place, old, new):
        if len(old) != len(new):
            self.faults.append(f"{place}: {len(old)} rows, now {len(new)}")
        for number, (before, after) in enumerate(zip(old, new), start=1):
            if len(before) != len(after):
                self.faults.append(f"{place}:{number}: {len(before)} columns, now {len(after)}")
            for column, pair in enumerate(zip(before, after), start=1):
                self.value(f"{place}:{number}:{column}", *pair)

    def file(self, place, old, new):
        if place.suffix == ".json":
            self.json(place, json.loads(old.read_text()), json.loads(new.read_text()))
        else:
            self.rows(place, *(list(csv.reader(file.open(newline=""))) for file in (old, new)))

    def directories(self, old, new):
        files = [
            {
                file.relative_to(directory)
                for pattern in ("*.json", "*.csv")
                for file in directory.rglob(pattern)
                # How a run came about (versions, moments, JVM) is no answer.
                if file.name not in ("run.json", "load.csv", "swap.csv") and file.parent.name != "machines"
            }
            for directory in (old, new)
        ]
        for place in sorted(files[0] ^ files[1]):
            self.faults.append(f"{place}: only in the {'old' if place in files[0] else 'new'} one")
        for place in sorted(files[0] & files[1]):
            self.file(place, old / place, new / place)
        return len(files[0] | files[1])


def read_names(file):
    if not file:
        return {}
    lines = pathlib.Path(file).read_text().splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("old", type=pathlib.Path)
    parser.add_argument("new", type=pathlib.Path)
    parser.add_argument("--captures")
    parser.add_argument("--names")
    parser.add_argument("--sentences", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        top = options.keep or pathlib.Path(scratch)
        for name, jar in (("old", options.old), ("new", options.new)):
            if not (top / name).exists():
                unfinished = top.resolve() / (name + ".unfinished")
                shutil.rmtree(unfinished, ignore_errors=True)
                Jar(jar.resolve(), unfinished).fill(options.captures)
                unfinished.rename(top / name)
        comparison = Comparison(read_names(options.names), options.sentences)
        files = comparison.directories(top / "old", top / "new")
    for fault in comparison.faults:
        print(fault)
    print(f"{files} files, {comparison.values} values, {len(comparison.faults)} differences")
    sys.exit(1 if comparison.faults or not comparison.values else 0)


if __name__ == "__main__":
    main()
