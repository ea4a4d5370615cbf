#!/usr/bin/env python3
"""Takes real conversations through CalmDesk by keys alone, in a real terminal, and records it.

    python3 Tests/Recorded/run.py FILE [--lang zh-Hant] [--size 120x36] [--save FOLDER]

FILE holds JSON lines as `calmdesk intake` takes them. For each scenario a fresh desk gets one
conversation of the file; the agent works by keys on the screen of a tmux window, the customer's
further lines arrive by `calmdesk do` from another process, as a channel would bring them. Nothing
waits for time: every key is followed by the condition it has to bring about.

Needs Python 3.9, tmux and a built program: .build/debug/calmdesk, or what CALMDESK names.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time

sys.dont_write_bytecode = True

from recording import restoring
from recording.agent import Agent
from recording.desk import Desk
from recording.picking import Lines
from recording.scenarios import LIKE, SCENARIOS, Scenario
from recording.terminal import Failure, Terminal

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", metavar="FILE", help="conversations as JSON lines")
    parser.add_argument(
        "--lang", choices=["en", "zh-Hans", "zh-Hant"],
        help="the language of the screen (default: that of each conversation)")
    parser.add_argument("--size", default="80x24", help="columns x rows (default 80x24)")
    parser.add_argument("--save", metavar="FOLDER", help="write every screen there as text")
    parser.add_argument(
        "--only", action="append", choices=[*SCENARIOS, "restore"], help="play only these")
    parser.add_argument("--quiet", action="store_true", help="leave the log of keys out")
    parser.add_argument(
        "--calmdesk", default=os.environ.get("CALMDESK", f"{TOP}/.build/debug/calmdesk"),
        metavar="PATH", help="the program (default: CALMDESK, then .build/debug/calmdesk)")
    return parser.parse_args()


def play(name, run, language, size, options):
    """Plays one scenario on a fresh desk; returns whether it passed."""
    folder = tempfile.mkdtemp(prefix="calmdesk-recorded-")
    desk = Desk(os.path.abspath(options.calmdesk), folder, language)
    agent = Agent(desk, name, size, save=options.save, quiet=options.quiet)
    start = time.monotonic()
    try:
        run(agent)
    except Failure as failure:
        print(f"FAILED {name}: {failure}")
        print(agent.terminal.screen().text)
        if agent.ref:
            print(desk.run("case", agent.ref, codes=range(256)))
        return False
    finally:
        agent.terminal.close()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"passed {name} ({time.monotonic() - start:.1f} s)", flush=True)
    return True


def plays(lines, options):
    """What is to be played: name, what to do, language of the screen."""
    both = lines.languages
    for scenario, run in SCENARIOS.items():
        # All six steps in each language of the file; the rest in the one that most of it is in.
        languages = both if scenario == "steps" else [lines.usual]
        for language in languages:
            line = lines.pick(scenario, language, LIKE.get(scenario))
            name = f"{scenario}-{language}" if len(languages) > 1 else scenario
            opened = line.opened(name, channel="phone" if scenario == "danger" else None)
            yield (
                scenario, name, lambda agent, run=run, opened=opened: run(Scenario(agent, opened)),
                line.screen)
    line = lines.pick("steps", lines.usual)
    for name, run in restoring.PLAYS.items():
        yield (
            "restore", f"restore-{name}",
            lambda agent, run=run: run(agent, line.opened("restore")), line.screen)


def main():
    options = arguments()
    if not Terminal.is_installed():
        raise SystemExit("tmux is not installed; apt-get install tmux brings it.")
    if not os.access(options.calmdesk, os.X_OK):
        raise SystemExit(f"{options.calmdesk} is not there; swift build --product calmdesk makes it.")
    try:
        columns, rows = map(int, options.size.split("x"))
    except ValueError:
        raise SystemExit(f"--size {options.size} is not a size; write one like 80x24.")
    if options.save:
        os.makedirs(options.save, exist_ok=True)
    try:
        lines = Lines(options.file)
    except OSError as error:
        raise SystemExit(f"{options.file}: {error.strerror}.")
    results = [
        play(name, run, options.lang or screen, (columns, rows), options)
        for kind, name, run, screen in plays(lines, options)
        if not options.only or kind in options.only]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) and results else 1


if __name__ == "__main__":
    sys.exit(main())
