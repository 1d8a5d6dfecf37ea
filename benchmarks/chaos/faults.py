#!/usr/bin/env python3
"""Breaks campaigns on purpose, and checks that nothing is lost and nothing is left behind.

  benchmarks/chaos/faults.py --seed S --trials N JAR   N signals at random moments, then every other fault once
  benchmarks/chaos/faults.py --only NAME --trials N JAR   one fault, N times
  benchmarks/chaos/faults.py --list

After each fault these are checked: the exit code and how long it took; that no process is left after 5 s, and no
file after the next start; that no finished trial is lost, and --resume completes the plan; and that nobody sees
a stack trace. Ends with 1 if anything was wrong.

Linux with util-linux and Python 3.9 or newer; java is the one in JAVA_HOME, or on the PATH. Faults that need root
(small disks, another user) are skipped without it. Only processes that this script has started are signalled.
"""

import argparse
import collections
import functools
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid

PLAN = "--kernels range --models platform,process --workers 1,2 --n 2^22 --rounds 1 --iterations 1 --seed 7 --no-figures".split()
LONG_PLAN = "--kernels array-chase --models process --workers 1 --n 2^28 --rounds 1 --iterations 1 --seed 7".split()
TRIALS = 6
SECONDS_TO_STOP = 4  # 2 are promised; the rest is for a machine that others load as well
SECONDS_TO_VANISH = 5
SECONDS_TO_END = 180
ANSWERED = {0, 1}
NOT_WRITTEN = {1}
REFUSED = {1, 2, 3}
MARK = "COREYIELD_FAULTS_MARK"
NOBODY = 65534

PROGRESS = re.compile(r".* elapsed, about .* left   round \d+.*   (\S.*)")
EXPECTED = re.compile(PROGRESS.pattern + r"|warning: .*|WARNING: java.io.tmpdir .*|Preparing forks, .*|Measuring .*|\d+ (iterations|blocks) a fork .*")
KEPT = re.compile(r"\d+ trials? kept in .*|.*: nothing was measured yet: .*")
TRACE = re.compile(r"^\s+at \S+\(.*\)$|^Exception in thread|^Caused by: |\b(java|io)\.[\w.]+(Exception|Error)\b", re.M)
RUN_FILES = re.compile(r"run\.json|trials\.jsonl|(load|swap|pairs)\.csv|jmh\.json|report|.*lock|(hs_err|replay)_pid\d+\.log")

FAULTS = {}


class Skipped(Exception):
    """The fault needs what is not here, or came too late: it was not tried."""


def fault(function):
    """Registers a fault; its name is that of its function."""
    FAULTS[function.__name__.replace("_", "-")] = function
    return function


def until(holds, seconds):
    """Waits for something; gives whether it came."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.03)
    return True


class Program:
    """A process of CoreYield. It and all that it starts carry a mark in their environment."""

    def __init__(self, java, jar, base, arguments, tmp=None, jvm=(), before=()):
        self.mark = uuid.uuid4().hex
        self.base, self.tmp = base, tmp or base / "tmp"
        self.files = [base / f"{self.mark}.{name}" for name in ("out", "err")]
        environment = {**os.environ, MARK: self.mark, "XDG_CACHE_HOME": str(base.parent / "cache")}
        with open(self.files[0], "wb") as out, open(self.files[1], "wb") as err:
            self.process = subprocess.Popen(
                [*before, java, f"-Djava.io.tmpdir={self.tmp}", *jvm, "-jar", str(jar), *map(str, arguments)],
                cwd=base / "cwd", env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True)
        self.pid = self.process.pid

    def text(self):
        return "".join(file.read_text(errors="replace") for file in self.files)

    def complaints(self):
        """What standard error has besides progress and warnings about the machine."""
        lines = self.files[1].read_text(errors="replace").splitlines()
        return [line for line in lines if line.strip() and not EXPECTED.fullmatch(line)]

    def begun(self):
        return len(list(filter(PROGRESS.fullmatch, self.files[1].read_text(errors="replace").splitlines())))

    def alive(self):
        return self.process.poll() is None

    def processes(self):
        """Process id and role of everything that lives."""
        found = {}
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                path = pathlib.Path("/proc", entry)
                if self.mark.encode() in path.joinpath("environ").read_bytes():
                    command = path.joinpath("cmdline").read_bytes()
                    found[int(entry)] = "worker" if b"WorkerProcess" in command else "fork" if b"ForkedMain" in command else "host"
            except OSError:
                continue  # It has ended, or is of another user.
        return found

    def find(self, role):
        """A process of this role, as soon as there is one."""
        pids = []
        until(lambda: not self.alive() or pids.extend(p for p, r in self.processes().items() if r == role) or pids, 20)
        return pids[0] if pids else None

    def wait(self, seconds):
        """The exit code as a shell gives it; None if it did not end."""
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        return 128 - code if code < 0 else code

    def kill(self):
        until(lambda: not [send(pid, signal.SIGKILL) for pid in self.processes()], 10)
        self.wait(5)


def send(pid, number):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


class Trial:
    """One fault, in a directory of its own: what was started, what was wrong, what was seen."""

    def __init__(self, options, name, number):
        self.java, self.jar = options.java, options.jar
        self.random = random.Random(f"{options.seed}:{name}:{number}")
        self.base = options.work / str(number)  # short, as the path of a socket has an end
        for part in ("tmp", "cwd"):
            self.base.joinpath(part).mkdir(parents=True)
        self.out = self.base / "run"
        self.programs, self.wrong, self.seen = [], [], []

    def run(self, *arguments, **how):
        self.programs.append(Program(self.java, how.pop("jar", self.jar), self.base, arguments, **how))
        return self.programs[-1]

    def start(self, plan=PLAN, **how):
        return self.run("run", *plan, "--out", how.pop("out", self.out), **how)

    def middle(self, program):
        """Waits for a random moment while trials run; gives those that are on disk then."""
        begun = self.random.randint(2, TRIALS - 2)
        until(lambda: not program.alive() or program.begun() >= begun, 90)
        time.sleep(self.random.uniform(0, 1))
        begun, trials = program.begun(), self.trials()
        if not program.alive():
            raise OSError(f"it ended by itself: {' / '.join(program.complaints())}")
        if len(trials) < begun - 1:
            self.wrong.append(f"lost: trial {begun} has begun, and {len(trials)} are on disk")
        return trials

    def trials(self, out=None):
        """The whole lines of trials.jsonl."""
        try:
            lines = (out or self.out).joinpath("trials.jsonl").read_bytes().split(b"\n")[:-1]
            return [json.loads(line) for line in lines]
        except OSError:
            return []
        except ValueError as e:
            self.wrong.append(f"trials.jsonl cannot be read: {e}")
            return []

    def state(self):
        try:
            return json.loads(self.out.joinpath("run.json").read_text())["state"]
        except OSError:
            return None

    def ends(self, program, codes, within=SECONDS_TO_END, sentences=None):
        """Waits for the end, and checks what always holds then; sentences: how many standard error has."""
        begin = time.monotonic()
        code = program.wait(within)
        took = time.monotonic() - begin
        said = program.complaints()
        self.seen.append(f"exit {code} after {took:.1f} s" + (f": {said[0][:110]}" if said else ""))
        if code is None:
            self.wrong.append(f"did not end within {within} s")
            program.kill()
        elif code not in codes:
            self.wrong.append(f"exit {code}, not {sorted(codes)}: {' / '.join(said)[:300]}")
        if not until(lambda: not program.processes(), SECONDS_TO_VANISH):
            self.wrong.append(f"left after {SECONDS_TO_VANISH} s: {sorted(program.processes().values())}")
            program.kill()
        trace = TRACE.search(program.text())
        if trace:
            self.wrong.append(f"shows {trace[0].strip()!r}")
        if sentences is not None and len(said) != sentences:
            self.wrong.append(f"{len(said)} sentences on stderr, not {sentences}: {' / '.join(said)[:300]}")
        return code

    def survives(self, program, hurt, codes, within=SECONDS_TO_END, sentences=None, heal=lambda: None, failed=0):
        """Hurts a campaign in its middle: nothing is lost, nothing is left, and --resume completes it."""
        before = self.middle(program)
        hurt()
        self.ends(program, codes, within, sentences)
        heal()
        self.kept(before)
        self.completes(failed)

    def kept(self, before):
        """No trial that had finished is lost, and none is there twice."""
        now = self.trials()
        if now[:len(before)] != before:
            self.wrong.append(f"lost: {len(before)} trials were on disk, and {len(now)} are now")
        if len({t["number"] for t in now}) < len(now):
            self.wrong.append("a trial is there twice")
        return now

    def told(self, program):
        """After Ctrl-C the first sentence says what is kept."""
        said = program.complaints()
        if self.state() and not (said and KEPT.fullmatch(said[0])):
            self.wrong.append(f"does not say first what is kept: {said[:1]}")

    def directory(self, name):
        path = self.base / name
        path.mkdir()
        return path

    def tidy(self, program):
        """No file is left but those of a run."""
        left = [p.name for p in program.tmp.iterdir() if not p.name.endswith("lock")] if program.tmp.is_dir() else []
        left += [p.name for p in self.out.iterdir() if not RUN_FILES.fullmatch(p.name)] if self.out.is_dir() else []
        left += [p.name for p in self.out.rglob("*.new")]
        left += [p.name for pattern in ("*_pid*", "core", "core.*") for p in self.base.joinpath("cwd").glob(pattern)]
        if left:
            self.wrong.append(f"files left: {' '.join(sorted({re.sub('[0-9]+', 'N', name) for name in left}))}")

    def completes(self, most_failed=0):
        """A report can be made of what is there, and --resume completes the plan."""
        before = self.trials()
        if self.state() is None:
            if before:
                self.wrong.append("trials without run.json")
            return
        self.ends(self.run("report", "--no-figures", self.out), {0} if before else {1}, sentences=0 if before else 1)
        if self.state() != "complete":
            program = self.run("run", "--resume", self.out, "--no-figures")
            self.ends(program, ANSWERED)
            self.tidy(program)
        now = self.kept(before)
        failed = [t["failure"] for t in now if t.get("failure")]
        if self.state() != "complete" or len(now) != TRIALS:
            self.wrong.append(f"after --resume: {self.state()}, {len(now)} of {TRIALS} trials")
        if len(failed) > most_failed or any("EOF" in f for f in failed):
            self.wrong.append(f"{len(failed)} failed trials: {failed[0]}")
        page = self.out / "report/report.html"
        if not page.exists() or "</html>" not in page.read_text():
            self.wrong.append("no whole report")

    def disk(self, size, name="disk"):
        """A small disk of its own."""
        need_root()
        path = self.directory(name)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", path], check=True)
        return path

    def close(self):
        for program in self.programs:
            program.kill()
        for disk in (line.split()[1] for line in pathlib.Path("/proc/mounts").read_text().splitlines()):
            if disk.startswith(f"{self.base}/"):
                subprocess.run(["umount", "-l", disk], check=False)
        if not self.wrong:
            shutil.rmtree(self.base, ignore_errors=True)


def need_root():
    if os.geteuid() != 0:
        raise Skipped("needs root")


def fill(disk):
    """Writes until no byte more fits."""
    with open(disk / "filler", "wb", buffering=0) as filler:
        size = 1 << 16
        while size:
            try:
                filler.write(bytes(size))
            except OSError:
                size //= 2
    return disk


def read_only(disk):
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    return disk


def as_nobody(trial):
    """Starts a program as a user who may write only where it works."""
    need_root()
    for path in (trial.base, trial.base / "tmp", trial.base / "cwd"):
        os.chown(path, NOBODY, NOBODY)
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def signalled(trial, how):
    """Sends a signal to one process or to all of them, at a random moment."""
    name, target = how
    program = trial.start()
    before = []
    if target in ("host", "group") and trial.random.random() < 0.15:
        time.sleep(trial.random.uniform(0.1, 2.5))
    else:
        before = trial.middle(program)
    pid = program.pid if target in ("host", "group") else program.find(target)
    if pid is None or not program.alive() or trial.state() == "complete":
        raise Skipped("nothing was there to be hit")
    hit = os.killpg if target == "group" else send
    number = getattr(signal, "SIG" + name)
    hit(pid, number)
    of_child = target in ("fork", "worker")
    if name == "STOP":
        time.sleep(trial.random.uniform(1, 4))
        hit(pid, signal.SIGCONT)
    code = trial.ends(program, ANSWERED if of_child or name == "STOP" else {128 + number})
    if name != "KILL" or of_child:
        trial.tidy(program)
    if code == 128 + number and name != "KILL":
        trial.told(program)
    trial.kept(before)
    trial.completes(1 if of_child and name != "STOP" else 0)


SIGNALS = {
    f"{name}-{target}": (name, target)
    for target, names in {"host": "INT TERM HUP KILL STOP", "group": "INT TERM HUP KILL STOP",
                          "fork": "INT TERM KILL STOP SEGV", "worker": "INT TERM KILL STOP SEGV"}.items()
    for name in names.split()
}

# Where a campaign can hardly run: it runs all the same, or says why in one sentence; what is left can go on.
HOPELESS = {
    "disk-full-from-the-start": lambda trial: {"out": fill(trial.disk("4k")) / "run"},
    "output-on-a-read-only-disk": lambda trial: {"out": read_only(trial.disk("4m")) / "run"},
    "tmpdir-missing": lambda trial: {"tmp": trial.base / "missing"},
    "tmpdir-full": lambda trial: {"tmp": fill(trial.disk("64k"))},
    "tmpdir-read-only": lambda trial: {"tmp": read_only(trial.disk("64k"))},
    "tmpdir-too-long-for-a-socket": lambda trial: {"tmp": trial.directory("d" * 80)},
    "tiny-heap": lambda trial: {"jvm": ["-Xmx8m"]},
    "few-open-files": lambda trial: {"before": ["prlimit", "--nofile=40"]},
    "few-processes": lambda trial: {"before": [*as_nobody(trial), "prlimit", "--nproc=30"]},
}


def hopeless(trial, how):
    options = how(trial)
    trial.out = options.get("out", trial.out)
    program = trial.start(**options)
    trial.ends(program, ANSWERED | REFUSED)
    if trial.state() != "complete" and len(program.complaints()) != 1:
        trial.wrong.append(f"{len(program.complaints())} sentences on stderr, not 1: {' / '.join(program.complaints())[:300]}")
    left = [p.name for p in trial.out.iterdir() if not p.name.endswith("lock")] if trial.out.is_dir() else []
    if left and trial.state() is None:
        trial.wrong.append(f"left, so that the next try is refused: {' '.join(left)}")


@fault
def disk_full(trial):
    disk = trial.disk("6m")
    trial.out = disk / "run"
    program = trial.start()
    trial.survives(program, lambda: fill(disk), NOT_WRITTEN, sentences=1, heal=(disk / "filler").unlink)
    if not any(str(trial.out) in line and "space" in line for line in program.complaints()):
        trial.wrong.append(f"names no file, or not the lack of space: {program.complaints()}")


@fault
def disk_full_for_5_seconds(trial):
    disk = trial.disk("6m")
    trial.out = disk / "run"
    trial.survives(trial.start(), lambda: (fill(disk), time.sleep(5), (disk / "filler").unlink()), ANSWERED | NOT_WRITTEN)


@fault
def output_removed(trial):
    program = trial.start()
    trial.middle(program)
    shutil.rmtree(trial.out)
    trial.ends(program, NOT_WRITTEN, sentences=1)


@fault
def output_made_read_only(trial):
    def mode(bits):
        for path in [trial.out, *trial.out.iterdir()]:
            path.chmod(bits)
    program = trial.start(before=as_nobody(trial))
    trial.survives(program, lambda: mode(0o555), NOT_WRITTEN, sentences=1, heal=lambda: mode(0o777))


# A second process while a first one measures: refused in one sentence, and the first one is not disturbed.
SECONDS = {
    "two-at-once": lambda trial: trial.start(out=trial.base / "second"),
    "two-into-one-directory": lambda trial: trial.start(tmp=trial.directory("other")),
    "resumed-while-it-runs": lambda trial: trial.run("run", "--resume", trial.out, tmp=trial.directory("other")),
}


def second(trial, how):
    first = trial.start()
    trial.middle(first)
    trial.ends(how(trial), {2}, sentences=1)
    if trial.base.joinpath("second").exists():
        trial.wrong.append("the second one has written something")
    trial.ends(first, ANSWERED)
    trial.completes()


@fault
def two_in_the_same_second(trial):
    both = [trial.run("run", *PLAN), trial.run("run", *PLAN, tmp=trial.directory("other"))]
    for program in both:
        trial.ends(program, ANSWERED)
    counts = [len(trial.trials(out)) for out in trial.base.joinpath("cwd").iterdir()]
    if counts != [TRIALS, TRIALS]:
        trial.wrong.append(f"{counts} trials, not {TRIALS} in each of two directories")


@fault
def host_killed_in_a_long_operation(trial):
    program = trial.start(LONG_PLAN)
    program.find("worker")
    time.sleep(3)
    send(program.pid, signal.SIGKILL)
    trial.ends(program, {137}, SECONDS_TO_STOP)


@fault
def stopped_for_40_seconds(trial):
    program = trial.start()

    def stop():
        os.killpg(program.pid, signal.SIGSTOP)
        time.sleep(40)
        os.killpg(program.pid, signal.SIGCONT)
    trial.survives(program, stop, ANSWERED)


@fault
def ctrl_c_before_the_first_trial(trial):
    program = trial.start()
    until(lambda: trial.state() is not None or not program.alive(), 60)
    os.killpg(program.pid, signal.SIGINT)
    trial.ends(program, {130}, SECONDS_TO_STOP)
    trial.told(program)
    trial.tidy(program)
    trial.completes()


@fault
def ctrl_c_on_a_busy_machine(trial):
    program = trial.start()
    loops = []

    def press():
        loops.extend(subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(3 * os.cpu_count()))
        time.sleep(0.5)
        os.killpg(program.pid, signal.SIGINT)
    trial.survives(program, press, {130}, SECONDS_TO_STOP, heal=lambda: [loop.kill() for loop in loops])
    trial.told(program)


@fault
def ctrl_c_to_other_commands(trial):
    jmh = "SummationBenchmark -p kernel=range -p model=process -p workers=2 -f 1 -wi 2 -i 5 -w 1s -r 1s"
    for command in ("validate", "topology", jmh):
        program = trial.run(*command.split())
        time.sleep(trial.random.uniform(2, 5))
        os.killpg(program.pid, signal.SIGINT)
        trial.ends(program, {130}, SECONDS_TO_STOP)
        trial.tidy(program)


@fault
def jar_cut(trial):
    jar = trial.base / "benchmarks.jar"
    jar_changed(trial, jar, lambda: jar.write_bytes(jar.read_bytes()[:1_000_000]))


@fault
def jar_built_again(trial):
    jar = trial.base / "benchmarks.jar"
    jar_changed(trial, jar, lambda: shutil.copy(trial.jar, trial.base / "new.jar") and os.replace(trial.base / "new.jar", jar))


def jar_changed(trial, jar, change):
    shutil.copy(trial.jar, jar)
    program = trial.start(jar=jar)
    before = trial.middle(program)
    change()
    trial.ends(program, {1}, sentences=1)
    trial.tidy(program)
    trial.kept(before)
    trial.completes()


def redirected(trial, how):
    trial.ends(trial.start(before=["bash", "-c", f'exec "$@" {how}', "bash"]), ANSWERED)
    trial.completes()


REDIRECTED = {"stderr-closed": "2>&-", "stdout-closed": ">&-", "stdout-full": ">/dev/full"}
for function, table in ((redirected, REDIRECTED), (second, SECONDS), (hopeless, HOPELESS), (signalled, SIGNALS)):
    FAULTS.update({name: functools.partial(function, how=how) for name, how in table.items()})


def attempt(options, name, number, results):
    """Tries one fault, and adds to what is known of it."""
    trial = Trial(options, name, number)
    try:
        FAULTS[name](trial)
    except Skipped as e:
        trial.seen.append(f"skipped: {e}")
    except OSError as e:
        trial.wrong.append(f"could not be tried: {e}")
    finally:
        trial.close()
    result = results.setdefault(name, {"tried": 0, "failed": 0, "seen": collections.Counter()})
    result["tried"] += not any(s.startswith("skipped") for s in trial.seen)
    result["failed"] += bool(trial.wrong)
    result["seen"].update(trial.wrong or trial.seen[:1])
    print(f"{time.strftime('%H:%M:%S')} {name} {number}: {'FAILED: ' + '; '.join(trial.wrong) if trial.wrong else 'held'}"
          f" ({'; '.join(trial.seen)})", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jar", nargs="?", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 31))
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--only", metavar="NAME", choices=FAULTS)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if options.list or options.jar is None:
        print("\n".join(FAULTS))
        return 0 if options.list else parser.error("which jar?")
    if os.geteuid() == 0 and "COREYIELD_FAULTS_MOUNTS" not in os.environ:
        # What is mounted here is seen by nobody else.
        again = [sys.executable, __file__, *sys.argv[1:], "--seed", str(options.seed)]
        os.execvpe("unshare", ["unshare", "--mount", *again], {**os.environ, "COREYIELD_FAULTS_MOUNTS": "private"})
    # A shell's background job ignores these, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    home = os.environ.get("JAVA_HOME")
    options.java = f"{home}/bin/java" if home else "java"
    options.jar = options.jar.resolve()
    options.work = pathlib.Path(tempfile.mkdtemp(prefix="faults-"))
    options.work.chmod(0o755)
    print(f"seed {options.seed}, in {options.work}", flush=True)
    draw = random.Random(options.seed)
    names = [options.only] * options.trials if options.only else draw.choices(list(SIGNALS), k=options.trials) + [n for n in FAULTS if n not in SIGNALS]
    results = {}
    try:
        for number, name in enumerate(names):
            attempt(options, name, number, results)
    except KeyboardInterrupt:
        print("interrupted")
    print(f"\n{'fault':34} tried failed  seen")
    for name, result in results.items():
        for row, (seen, times) in enumerate(result["seen"].most_common(4)):
            first = f"{name:34} {result['tried']:5} {result['failed']:6}" if row == 0 else " " * 47
            print(f"{first}  {f'{times} × ' if times > 1 else ''}{seen}")
    failed = sum(result["failed"] for result in results.values())
    print(f"\nseed {options.seed}: {sum(r['tried'] for r in results.values())} faults, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
