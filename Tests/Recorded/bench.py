#!/usr/bin/env python3
"""Measures CalmDesk at the terminal on large desks, beside less, vim and neomutt, in one run.

    swift build -c release --product calmdesk
    swift build -c release --product calmdesk-benchmark
    pip install pyte wcwidth
    python3 Tests/Recorded/bench.py [--cases 1000 --cases 100000] [--rounds 3] [--json FILE]

Every round starts each program once, one after the other, so that what else the machine does falls
on all of them alike; starts and keys of all rounds are pooled. It takes about two minutes and says
on standard error how far it is; no round is begun after --seconds. Times are those of ttybench.py:
from writing the key to the last byte of what it draws, without a terminal emulator's own drawing.
`send` is the time from Enter to the moment at which the reply stands in the conversation, which it
does only once the desk has stored it. The desk “with everything” has a conversation of 2,000
messages open and 20,000 phrases a language loaded; `find` is a key while phrases are looked for.
Programs that are not installed are left out.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

try:
    import ttybench
except ImportError as error:
    raise SystemExit(f"{error.name} is missing; pip install pyte wcwidth brings it.")
from ttybench import Emu, Session, mem, now, parse_keys, pct

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
LINES = 100_000
# Silence that ends what a key draws, in seconds.
QUIET = .015
BEGUN = time.monotonic()


def say(words):
    """How far it is, on standard error."""
    print(f"{time.monotonic() - BEGUN:6.1f} s  {words}", file=sys.stderr, flush=True)


class Subject:
    """A program and what is measured of it."""

    def __init__(self, label, command, ready, steps, quit_keys, environment=None, setup=""):
        self.label, self.command, self.ready = label, command, ready
        self.steps, self.quit_keys, self.setup = steps, quit_keys, setup
        self.environment = environment or {}
        self.starts, self.memory = [], []
        self.times = {}

    def session(self, size):
        return Session(
            self.command, *size, env={"LC_ALL": "C.UTF-8", "TZ": "UTC", **self.environment})

    def round(self, size):
        say(self.label)
        session = self.session(size)
        try:
            start = session.start(self.ready, settle=.3, timeout=120)
            if not start["ok"]:
                raise SystemExit(
                    f"{self.label} did not come up. Its screen:\n{session.screen_text()}")
            self.starts.append(start["ready_ms"])
            for key in parse_keys(self.setup):
                session.key(key, .1, 2)
            for name, keys in self.steps.items():
                pool = self.times.setdefault(name, [])
                for key in parse_keys(keys):
                    answer = session.key(key, QUIET, .3)
                    if answer and answer["bytes"]:
                        pool.append(answer["last_ms"])
            self.after(session)
            self.memory.append(mem(session.pid)["rss_kb"] / 1024)
        finally:
            session.close(self.quit_keys)

    def after(self, session):
        """What else is measured while the program runs."""


class Console(Subject):
    """CalmDesk: a reply is written and sent, many times over, then phrases are looked for."""

    sends = 20
    count = 0
    # Opens the case that replies are written in: the most urgent one.
    opening = "<Home> <Enter> <Wait:300>"

    def after(self, session):
        typing = self.times.setdefault("type", [])
        sending = self.times.setdefault("send", [])
        finding = self.times.setdefault("find", [])
        for key in parse_keys(f"{self.opening} r <Wait:200>"):
            session.key(key, .2, 2)
        session.screen_text()
        for _ in range(self.sends):
            Console.count += 1
            token = f"m{Console.count:05}"
            for key in parse_keys(f"{token}<Space>we<Space>found"):
                answer = session.key(key, QUIET, 1)
                if answer["bytes"]:
                    typing.append(answer["last_ms"])
            sending.append(self.sent(session, token))
        for key in parse_keys("<Esc> <Wait:200> /"):
            session.key(key, .1, 1)
        # Waits for the phrases where they are many.
        session.drain(.3, 3)
        for key in parse_keys("thank<Space>you<BS>*9" + "order<BS>*5"):
            answer = session.key(key, QUIET, .3)
            if answer["bytes"]:
                finding.append(answer["last_ms"])
        session.key(parse_keys("<Esc>")[0], .1, 1)

    def sent(self, session, token):
        """Presses Enter; returns the milliseconds until the words stand above the composer."""
        session.screen_text()
        start = now()
        session.send(b"\r")
        first = len(session.chunks)
        while now() - start < 5:
            session.drain(QUIET, .1)
            while session.emu_at < len(session.chunks):
                at, bytes_ = session.chunks[session.emu_at]
                session.emu.feed(bytes_)
                session.emu_at += 1
                if self.shows(session.emu.text(), token):
                    session.drain(QUIET, .5)
                    return (at - (start - session.t0)) * 1e3
        raise SystemExit(f"{self.label}: a reply was not sent ({first}):\n{session.screen_text()}")

    @staticmethod
    def shows(screen, token):
        lines = screen.split("\n")
        composer = next(
            (n for n, line in enumerate(lines) if "─ ▸ " in line or "- > " in line), len(lines))
        return any(token in line for line in lines[:composer])


class LongConversation(Console):
    """The same with the one case open that its agent holds from the start."""

    opening = "\\ <Wait:100> \\ <Wait:100> <Home> <Enter> <Wait:1500>"


def row(index):
    return f"C-{index + 1000}  angry  Listen  chat  customer {index}  the parcel has not come"


def subjects(options, folder):
    """CalmDesk on a desk of each size, and what is installed to stand beside it."""
    every = []
    for cases in options.cases:
        desk = os.path.join(folder, f"{cases}.sqlite")
        say(f"making a desk of {cases:,} cases")
        environment = {
            f"XDG_{name}_HOME": os.path.join(folder, name.lower())
            for name in ("DATA", "CONFIG", "STATE", "CACHE")}
        subprocess.run(
            [options.benchmark, "fill", desk, "--cases", str(cases)], check=True,
            env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
        every.append(Console(
            f"calmdesk, {cases:,} cases", [options.calmdesk, "--desk", desk, "--lang", "en"],
            "客户 [0-9]", {"move": f"<Down>*{options.keys}", "page": "<PgDn>*20"}, "<Esc> <Esc> q y",
            environment))
    if not options.plain:
        every.append(everything(max(options.cases), options, folder, environment))
    listing = os.path.join(folder, "list.txt")
    with open(listing, "w", encoding="utf-8") as file:
        file.writelines(row(index) + "\n" for index in range(LINES))
    moves = {"move": f"j*{options.keys}", "page": "<C-f>*20"}
    if shutil.which("less"):
        every.append(Subject(f"less, {LINES:,} lines", ["less", listing], "C-1000", moves, "q"))
    if shutil.which("vim"):
        every.append(Subject(
            f"vim, {LINES:,} lines", ["vim", "-u", "NONE", "-n", listing], "C-1000",
            {**moves, "type": "i " + "abcdefgh" * 25}, "<Esc> :q! <Enter>"))
    if shutil.which("neomutt"):
        every.append(neomutt(folder, options))
    return every


def everything(cases, options, folder, environment):
    """A desk with a long conversation and very many phrases."""
    say(f"making a desk of {cases:,} cases, 2,000 messages in one, and 20,000 phrases")
    desk, phrases = os.path.join(folder, "all.sqlite"), os.path.join(folder, "playbook")
    for command in (["phrases", phrases], ["fill", desk, "--cases", str(cases), "--messages", "2000"]):
        subprocess.run(
            [options.benchmark, *command], check=True, env={**os.environ, **environment},
            stdout=subprocess.DEVNULL)
    return LongConversation(
        "calmdesk, with everything", [
            options.calmdesk, "--desk", desk, "--lang", "en", "--playbook", phrases],
        "客户 [0-9]", {"move": f"<Down>*{options.keys}", "page": "<PgDn>*20"}, "<Esc> <Esc> q y",
        environment)


def neomutt(folder, options):
    os.makedirs(os.path.join(folder, "Mail"))
    box = os.path.join(folder, "mails.mbox")
    with open(box, "w", encoding="utf-8") as file:
        for index in range(LINES):
            file.write(
                f"From a{index}@example.com Mon Nov 16 09:00:00 2026\n"
                f"From: Customer {index} <a{index}@example.com>\nTo: desk@example.com\n"
                f"Subject: the parcel has not come {index}\n"
                f"Date: Mon, 16 Nov 2026 09:00:00 +0000\nMessage-ID: <{index}@example.com>\n\n"
                "Nobody answers the phone.\n\n")
    settings = os.path.join(folder, "neomuttrc")
    with open(settings, "w", encoding="utf-8") as file:
        file.write("set sort=date\nset read_only=yes\nset quit=yes\nset mark_old=no\n")
    return Subject(
        f"neomutt, {LINES:,} mails", ["neomutt", "-n", "-F", settings, "-R", "-f", box],
        "Msgs:[0-9]+", {"move": f"j*{options.keys}", "page": "<PgUp>*20"}, "q",
        {"HOME": folder})


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", action="append", type=int, help="default: 1000 and 100000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keys", type=int, default=150, help="moves per round (default 150)")
    parser.add_argument(
        "--seconds", type=float, default=180, help="no round is begun after them (default 180)")
    parser.add_argument(
        "--plain", action="store_true", help="without the desk with everything")
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--json", metavar="FILE", help="write the figures there as well")
    parser.add_argument(
        "--calmdesk", default=os.environ.get("CALMDESK", f"{TOP}/.build/release/calmdesk"))
    parser.add_argument(
        "--benchmark",
        default=os.environ.get("CALMDESK_BENCHMARK", f"{TOP}/.build/release/calmdesk-benchmark"))
    options = parser.parse_args()
    options.cases = options.cases or [1_000, 100_000]
    return options


def figures(every):
    return {
        subject.label: {
            "start_ms": {"p50": pct(subject.starts, .5), "max": max(subject.starts)},
            "rss_mib": max(subject.memory),
            **{name: {"n": len(times), "p50": pct(times, .5), "p95": pct(times, .95),
                      "p99": pct(times, .99)}
               for name, times in subject.times.items()},
        }
        for subject in every}


def table(measured):
    steps = ["move", "page", "type", "send", "find"]
    print(f"{'':<26} {'start':>7} " + " ".join(f"{step + ' p50':>9} {'p99':>6}" for step in steps)
          + f" {'RSS MiB':>8}")
    for label, values in measured.items():
        cells = []
        for step in steps:
            times = values.get(step)
            cells.append(
                f"{times['p50']:>9.2f} {times['p99']:>6.1f}" if times and times["n"] else
                f"{'–':>9} {'–':>6}")
        print(f"{label:<26} {values['start_ms']['p50']:>7.0f} " + " ".join(cells)
              + f" {values['rss_mib']:>8.1f}")


def main():
    options = arguments()
    for path in (options.calmdesk, options.benchmark):
        if not os.access(path, os.X_OK):
            raise SystemExit(f"{path} is not there; swift build -c release makes it.")
    size = tuple(map(int, options.size.split("x")))
    folder = tempfile.mkdtemp(prefix="calmdesk-bench-")
    try:
        every = subjects(options, folder)
        rounds = 0
        while rounds < options.rounds and (
                rounds == 0 or time.monotonic() - BEGUN < options.seconds):
            rounds += 1
            say(f"round {rounds} of {options.rounds}")
            for subject in every:
                subject.round(size)
        measured = figures(every)
        print(f"{options.size}, {rounds} rounds, milliseconds; load "
              + " ".join(f"{value:.1f}" for value in os.getloadavg()))
        table(measured)
        if options.json:
            with open(options.json, "w", encoding="utf-8") as file:
                json.dump(measured, file, indent=1, ensure_ascii=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
