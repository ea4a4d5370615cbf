#!/usr/bin/env python3
"""Shows frames of hostile text to real emulators and compares every cell with what was meant.

    swift build --build-tests
    pip install pyte wcwidth
    python3 Tests/Recorded/hostile.py [--tmux 200]

The frames, 2,000 of them, come from HostileFramesTests, which paints them as the program does and
keeps what the terminal was sent. tmux sees the first ones as they are. pyte gives some characters
(flags, emoji) another width than the C library does; it sees 2,000 frames without those. Any
control or sequence that is not ncurses' own, and any cell out of place, is a failure.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

sys.dont_write_bytecode = True

try:
    from ttybench import Emu
    from wcwidth import wcwidth
except ImportError as error:
    raise SystemExit(f"{error.name} is missing; pip install pyte wcwidth brings it.")

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COLUMNS, ROWS = 40, 8
# All that ncurses has to say to an xterm while painting: moving, erasing, repeating, looks.
OURS = re.compile(
    rb"\x1b\[[0-9;]*[ABCDGHJKXPbdfhlmr@LMST]|\x1b\[\?[0-9;]+[hl]|\x1b[()][B0]|\x1b[=>78M]"
    rb"|\x1b\[[0-9;]*t|\r|\n|\x08|\x07")


def record(folder):
    subprocess.run(
        ["swift", "test", "--skip-build", "--disable-xctest", "--filter", "HostileFramesTests"],
        cwd=TOP, check=True, stdout=subprocess.DEVNULL,
        env={**os.environ, "CALMDESK_HOSTILE_FRAMES": folder})
    with open(os.path.join(folder, "sent"), "rb") as file:
        sent = file.read().split(b"\x07")
    with open(os.path.join(folder, "wanted.json"), encoding="utf-8") as file:
        wanted = json.load(file)
    # Each frame is a list of rows of (width, text).
    frames = [[[(int(cell[0]), cell[1:]) for cell in row] for row in frame] for frame in wanted]
    # Marks in the lower right corner are left out on purpose.
    for frame in frames:
        frame[-1][-1] = (frame[-1][-1][0], frame[-1][-1][1][:1])
    return sent[:len(frames)], frames


def line_of(row):
    return "".join(text for _, text in row).rstrip(" ")


def controls(sent):
    """Bytes that a text could have smuggled in."""
    rest = OURS.sub(b"", sent).decode("utf-8", "replace")
    return [character for character in rest if ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0]


def disputed(frames):
    """Characters that pyte gives another number of columns than was meant, or stops at: marks that
    Unicode puts nowhere in particular."""
    found = set()
    for frame in frames:
        for row in frame:
            for width, text in row:
                if wcwidth(text[0]) != width:
                    found.add(text[0])
                found |= {mark for mark in text[1:] if wcwidth(mark) or not unicodedata.combining(mark)}
    return found


def with_pyte(sent, frames):
    emulator = Emu(COLUMNS, ROWS)
    for number, (bytes_, frame) in enumerate(zip(sent, frames)):
        emulator.feed(bytes_)
        # pyte joins a mark to its letter where Unicode has one character for both.
        lines = unicodedata.normalize("NFC", emulator.text()).split("\n")
        wanted = [unicodedata.normalize("NFC", line_of(row)).rstrip() for row in frame]
        if lines != wanted:
            bad = next(n for n in range(ROWS) if lines[n] != wanted[n])
            raise SystemExit(
                f"pyte, frame {number}, row {bad}: {lines[bad]!r} instead of {wanted[bad]!r}")


class Tmux:
    """A window whose one program passes bytes on."""

    def __init__(self, folder):
        self.name = f"calmdesk-hostile-{os.getpid()}"
        self.pipe = os.path.join(folder, "pipe")
        os.mkfifo(self.pipe)
        self.run(
            "new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS),
            f"stty raw -echo; cat {self.pipe}; sleep 60")
        self.run("set", "-g", "status", "off")
        self.run("resize-window", "-x", str(COLUMNS), "-y", str(ROWS))
        self.out = open(self.pipe, "wb", buffering=0)

    def run(self, *arguments, check=True):
        done = subprocess.run(
            ["tmux", "-L", self.name, "-f", "/dev/null", *arguments], text=True,
            capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=check)
        return done.stdout

    def screen(self):
        text = self.run("capture-pane", "-p").split("\n")
        return [line.rstrip(" ") for line in text[:ROWS]]

    def show(self, bytes_, wanted):
        """The screen once it shows what is wanted, or as it stands when it does not."""
        self.out.write(bytes_)
        end = time.monotonic() + 3
        while True:
            lines = self.screen()
            if lines == wanted or time.monotonic() > end:
                return lines

    def close(self):
        self.out.close()
        self.run("kill-server", check=False)


def refuse_controls(sent):
    for number, bytes_ in enumerate(sent):
        found = controls(bytes_)
        if found:
            raise SystemExit(f"Frame {number} sends {found!r}.")


def with_tmux(sent, frames, count, folder):
    tmux = Tmux(folder)
    try:
        for number, (bytes_, frame) in enumerate(zip(sent[:count], frames)):
            wanted = [line_of(row) for row in frame]
            lines = tmux.show(bytes_, wanted)
            if lines != wanted:
                bad = next(n for n in range(ROWS) if lines[n] != wanted[n])
                raise SystemExit(
                    f"tmux, frame {number}, row {bad}: {lines[bad]!r} instead of {wanted[bad]!r}")
    finally:
        tmux.close()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tmux", type=int, default=200, help="frames shown to tmux (default 200)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="calmdesk-hostile-") as folder:
        sent, frames = record(folder)
        refuse_controls(sent)
        print(f"{len(frames)} frames, {sum(map(len, sent)):,} bytes: no control but ncurses' own")
        with_tmux(sent, frames, options.tmux, folder)
        print(f"tmux: {options.tmux} frames, every cell as meant")
        left_out = disputed(frames)
        with open(os.path.join(folder, "disputed"), "w", encoding="ascii") as file:
            file.write(" ".join(str(ord(character)) for character in left_out))
        sent, frames = record(folder)
        refuse_controls(sent)
        with_pyte(sent, frames)
        print(f"pyte: {len(frames)} frames without {len(left_out)} characters that it measures "
              "otherwise, every cell as meant")
    return 0


if __name__ == "__main__":
    sys.exit(main())
