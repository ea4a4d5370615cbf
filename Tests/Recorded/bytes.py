#!/usr/bin/env python3
"""Counts the bytes CalmDesk sends for a key, beside a bare ncurses program showing the same screens.

    swift build -c release --product calmdesk --product calmdesk-benchmark
    pip install pyte wcwidth
    python3 Tests/Recorded/bytes.py [--size 120x40] [--term xterm-256color] [--json FILE]

CalmDesk is played first: moving in the queue and in a conversation, opening cases, writing, forms,
help. What stands on its screen after each key is then shown by `bare.c`, which hands it to ncurses
whole and lets ncurses find the difference. Both run in the same kind of terminal of their own and
are counted the same way.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

try:
    from ttybench import Session, parse_keys
except ImportError as error:
    raise SystemExit(f"{error.name} is missing; pip install pyte wcwidth brings it.")

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))

NAMES = ["black", "red", "green", "brown", "blue", "magenta", "cyan", "white"]
BRIGHT = ["bright" + name for name in NAMES]
# The colours of the palette that pyte names by their shades.
CUBE = [0, 95, 135, 175, 215, 255]
SHADES = {}
for number in range(16, 232):
    n = number - 16
    red, green, blue = CUBE[n // 36], CUBE[n // 6 % 6], CUBE[n % 6]
    SHADES.setdefault(f"{red:02x}{green:02x}{blue:02x}", number)
for number in range(232, 256):
    grey = 8 + 10 * (number - 232)
    SHADES.setdefault(f"{grey:02x}{grey:02x}{grey:02x}", number)

STEPS = {
    "move in the queue": "<Down>*40 <Up>*20",
    "page in the queue": "<PgDn>*10 <Home>",
    "open a case": "<Enter> <Esc> <Down> <Enter> <Esc> <Down> <Enter> <Esc> <Home> <Enter>",
    "write": "r we<Space>are<Space>looking<Space>for<Space>it<Space>now<Space>and<Space>will"
             "<Space>write<Space>again<Space>before<Space>six<Space>o'clock<Space>today",
    "phrases": "<M-1> <M-2> <C-z> <C-z>",
    "panes": "<Esc> <Tab> <Tab> <Tab> <Tab>",
    "forms and help": "f <Down>*6 <Esc> g <Esc> o <Esc> ? <Down>*10 <Esc>",
}


def colour(name):
    if name == "default":
        return -1
    if name in NAMES:
        return NAMES.index(name)
    if name in BRIGHT:
        return 8 + BRIGHT.index(name)
    return SHADES[name]


def snapshot(session):
    """The screen as bare.c reads it."""
    session.screen_text()
    screen = session.emu.scr
    lines = [f"= {screen.cursor.x} {screen.cursor.y} {int(not screen.cursor.hidden)}"]
    for row in range(screen.lines):
        runs, look, text = [], None, ""
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            bits = (cell.bold * 1 + cell.underscore * 2 + cell.reverse * 4 + cell.italics * 8)
            now = (bits, colour(cell.fg), colour(cell.bg))
            if now != look and text:
                runs.append(f"{look[0]},{look[1]},{look[2]},{text}")
                text = ""
            look = now
            text += cell.data
        runs.append(f"{look[0]},{look[1]},{look[2]},{text}")
        lines.append("\x1f".join(runs))
    return "\n".join(lines) + "\n"


def play(options, folder, size):
    """CalmDesk's bytes for every key, and its screens."""
    desk = os.path.join(folder, "desk.sqlite")
    environment = {
        f"XDG_{name}_HOME": os.path.join(folder, name.lower())
        for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    subprocess.run(
        [options.benchmark, "fill", desk, "--cases", "2000"], check=True,
        env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    session = Session(
        [options.calmdesk, "--desk", desk, "--lang", options.lang], *size, term=options.term,
        env={"LC_ALL": "C.UTF-8", "TZ": "UTC", **environment})
    try:
        if not session.start("客户 [0-9]", settle=.3, timeout=60)["ok"]:
            raise SystemExit(f"calmdesk did not come up:\n{session.screen_text()}")
        screens, counted = [snapshot(session)], []
        for name, keys in STEPS.items():
            for key in parse_keys(keys):
                answer = session.key(key, .06, 1)
                # What came by itself meanwhile (a clock) belongs to the change as well.
                counted.append([name, answer["bytes"] + answer["late"]])
                screens.append(snapshot(session))
    finally:
        session.close("<Esc> q y")
    return screens, counted


def show(options, folder, size, screens, count):
    """The bytes of the bare program for the same screens."""
    program = os.path.join(folder, "bare")
    subprocess.run(
        ["cc", "-O2", os.path.join(HERE, "bare.c"), "-o", program, "-lncursesw", "-ltinfo"],
        check=True)
    path = os.path.join(folder, "screens")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(screens)
    session = Session([program, path], *size, term=options.term, env={"LC_ALL": "C.UTF-8"})
    counted = []
    try:
        session.start(None, settle=.3, timeout=10)
        for number in range(count):
            counted.append(session.key("x", .03, .2)["bytes"])
            want, got = screens[number + 1].split("\n")[1:], snapshot(session).split("\n")[1:]
            if want != got:
                bad = next(n for n, pair in enumerate(zip(want, got)) if pair[0] != pair[1])
                raise SystemExit(
                    f"Screen {number + 1} is not shown alike, line {bad}:\n{want[bad]!r}\n"
                    f"{got[bad]!r}")
    finally:
        session.close()
    return counted


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--term", default="xterm-256color")
    parser.add_argument("--lang", default="en")
    parser.add_argument("--json", metavar="FILE", help="write the figures there as well")
    parser.add_argument(
        "--calmdesk", default=os.environ.get("CALMDESK", f"{TOP}/.build/release/calmdesk"))
    parser.add_argument(
        "--benchmark",
        default=os.environ.get("CALMDESK_BENCHMARK", f"{TOP}/.build/release/calmdesk-benchmark"))
    options = parser.parse_args()
    size = tuple(map(int, options.size.split("x")))
    folder = tempfile.mkdtemp(prefix="calmdesk-bytes-")
    try:
        screens, ours = play(options, folder, size)
        bare = show(options, folder, size, screens, len(ours))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    figures = {}
    for (name, sent), reference in zip(ours, bare):
        row = figures.setdefault(name, {"keys": 0, "calmdesk": 0, "bare": 0})
        row["keys"] += 1
        row["calmdesk"] += sent
        row["bare"] += reference
    total = {
        part: sum(row[part] for row in figures.values()) for part in ("keys", "calmdesk", "bare")}
    figures["all"] = total
    print(f"{options.size}, {options.term}: bytes a key")
    print(f"{'':<20} {'keys':>5} {'calmdesk':>9} {'bare':>9} {'ratio':>6}")
    for name, row in figures.items():
        row["ratio"] = row["calmdesk"] / max(1, row["bare"])
        print(f"{name:<20} {row['keys']:>5} {row['calmdesk'] / row['keys']:>9.1f} "
              f"{row['bare'] / row['keys']:>9.1f} {row['ratio']:>6.2f}")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=1)


if __name__ == "__main__":
    main()
