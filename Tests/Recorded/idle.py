#!/usr/bin/env python3
"""Measures what an idle console costs: CPU by thread, wake-ups, bytes sent.

    swift build -c release --product calmdesk
    pip install pyte wcwidth
    python3 Tests/Recorded/idle.py [--seconds 60]

Two states are measured on a desk with six cases: the queue alone, and a case open with a draft
begun. The CPU time is the scheduler's own, so what else the machine does hardly counts.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

try:
    from ttybench import Session, parse_keys
except ImportError as error:
    raise SystemExit(f"{error.name} is missing; pip install pyte wcwidth brings it.")

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))


def threads(pid):
    """CPU nanoseconds and voluntary switches of every thread."""
    found = {}
    for thread in os.listdir(f"/proc/{pid}/task"):
        folder = f"/proc/{pid}/task/{thread}"
        try:
            with open(f"{folder}/schedstat", encoding="ascii") as file:
                spent = int(file.read().split()[0])
            with open(f"{folder}/status", encoding="utf-8") as file:
                status = dict(line.split(":", 1) for line in file if ":" in line)
        except OSError:
            continue
        found[thread] = (
            status["Name"].strip(), spent, int(status["voluntary_ctxt_switches"]))
    return found


def measure(session, seconds):
    session.drain(.2, 1)
    before, start, bytes_ = threads(session.pid), time.monotonic(), 0
    while time.monotonic() - start < seconds:
        got = session.drain(.5, 1)
        bytes_ += got[2] if got else 0
    took = time.monotonic() - start
    rows = []
    for thread, (name, spent, switches) in threads(session.pid).items():
        _, spent_before, switches_before = before.get(thread, (name, 0, 0))
        rows.append((spent - spent_before, switches - switches_before, name))
    return took, rows, bytes_


def report(label, took, rows, bytes_):
    spent, switches = sum(row[0] for row in rows), sum(row[1] for row in rows)
    print(f"{label:<22} {spent / took / 1e7:>7.3f} % of a core {switches / took:>7.1f} wake-ups/s "
          f"{bytes_ / took:>7.1f} bytes/s")
    for spent, switches, name in sorted(rows, reverse=True):
        if spent / took > 1e4:
            print(f"    {name:<18} {spent / took / 1e7:>7.3f} %             "
                  f"{switches / took:>7.1f}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--size", default="120x40")
    parser.add_argument(
        "--calmdesk", default=os.environ.get("CALMDESK", f"{TOP}/.build/release/calmdesk"))
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="calmdesk-idle-")
    environment = {
        f"XDG_{name}_HOME": os.path.join(folder, name.lower())
        for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    desk = os.path.join(folder, "desk.sqlite")
    try:
        subprocess.run(
            [options.calmdesk, "intake", "--desk", desk, f"{HERE}/samples/en.jsonl"], check=True,
            stdout=subprocess.DEVNULL, env={**os.environ, **environment})
        session = Session(
            [options.calmdesk, "--desk", desk, "--lang", "en"],
            *map(int, options.size.split("x")), env={"LC_ALL": "C.UTF-8", **environment})
        try:
            if not session.start("Queue", settle=.3, timeout=60)["ok"]:
                raise SystemExit(f"calmdesk did not come up:\n{session.screen_text()}")
            # Past what is built in the background after the start.
            session.drain(.5, 5)
            report("the queue", *measure(session, options.seconds))
            for key in parse_keys("t <Wait:500> r <Text:Good> <Wait:3000>"):
                session.key(key, .1, 1)
            report("a case with a draft", *measure(session, options.seconds))
        finally:
            session.close("<Esc> q y")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
