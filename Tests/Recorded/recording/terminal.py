"""A real terminal: one tmux server of its own, one window, no configuration."""

import os
import re
import shutil
import subprocess
import time


class Failure(Exception):
    """Something did not happen; carries the last screen."""


TIMEOUT = float(os.environ.get("CALMDESK_RECORDED_TIMEOUT", "30"))
POLL = 0.02


def wait(condition, what, timeout=None):
    """Waits until `condition()` is truthy and returns its value; never sleeps longer than a poll."""
    end = time.monotonic() + (timeout or TIMEOUT)
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"waited in vain for {what}")
        time.sleep(POLL)


class Terminal:
    """A window of a given size that runs one command."""

    def __init__(self, name, size, environment, folder):
        self.columns, self.rows = size
        self.name = f"calmdesk-{os.getpid()}-{name}"
        self.opened = 0
        self.socket = self.name
        self.folder = folder
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "TERM": "xterm-256color",
            **environment,
        }

    def tmux(self, *arguments, check=True):
        done = subprocess.run(
            ["tmux", "-L", self.socket, "-f", "/dev/null", *arguments],
            env=self.environment, cwd=self.folder, text=True, capture_output=True)
        if check and done.returncode:
            raise Failure(f"tmux {arguments[0]}: {done.stderr.strip()}")
        return done.stdout

    def open(self, *command):
        """Starts a server with one window that runs a command."""
        # A name of its own each time: the last server may still be on its way out.
        self.opened += 1
        self.socket = f"{self.name}-{self.opened}"
        self.tmux(
            "new-session", "-d", "-s", "main", "-x", str(self.columns), "-y", str(self.rows),
            "-c", self.folder, *command)

    def close(self):
        self.tmux("kill-server", check=False)

    def press(self, *keys):
        self.tmux("send-keys", "-t", "main", *keys)

    def type(self, words):
        self.tmux("send-keys", "-t", "main", "-l", "--", words)

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.tmux("resize-window", "-t", "main", "-x", str(columns), "-y", str(rows))

    def screen(self):
        return Screen(self.tmux("capture-pane", "-p", "-t", "main", check=False))

    def flag(self, name):
        return self.tmux("display-message", "-p", "-t", "main", f"#{{{name}}}", check=False).strip()

    def wait(self, condition, what, timeout=None):
        """Waits until the screen meets a condition; returns the screen."""
        def met():
            screen = self.screen()
            return screen if condition(screen) else None
        return wait(met, what, timeout)

    @staticmethod
    def is_installed():
        return shutil.which("tmux") is not None


class Screen:
    """What stands on the screen at one moment."""

    def __init__(self, text):
        self.text = text
        self.lines = text.rstrip("\n").split("\n")

    def __contains__(self, words):
        return words in self.text

    def __eq__(self, other):
        return self.text == other.text

    @property
    def is_whole(self):
        """The screen was painted down to its last line, which is painted last."""
        rows = self.text.split("\n")
        return len(rows) > 1 and bool(rows[0].strip() and rows[-2].strip())

    @property
    def composer_title(self):
        """The title of the composer while it has the focus, which a mark shows; else empty."""
        return next((line for line in self.lines[8:] if re.search(r"[─-] [▸>] ", line)), "")

    @property
    def is_writing(self):
        return bool(self.composer_title)

    @property
    def draft(self):
        """What stands in the composer while it has the focus, run together."""
        start = next((n for n, line in enumerate(self.lines) if line == self.composer_title), None)
        if not self.composer_title:
            return ""
        pane = [line.split("│") for line in self.lines[start + 1:-1]]
        return "".join(re.sub(r"\s", "", parts[1]) for parts in pane if len(parts) > 1)

    @property
    def layer(self):
        """What has the keys: a box by its first lines, the composer, or the panes."""
        return (self.box[:2], self.is_writing)

    @property
    def has_box(self):
        """A form, a list or a hint lies over the panes."""
        return "┌─" in self.text

    @property
    def box(self):
        """The lines inside the topmost box, without its borders."""
        start = next((n for n, line in enumerate(self.lines) if "┌─" in line), None)
        if start is None:
            return []
        found = []
        for line in self.lines[start + 1:]:
            if "└─" in line:
                break
            # The box is the last thing on its line that has borders at both ends.
            parts = line.rstrip().split("│")
            found.append(parts[-2].strip() if len(parts) > 2 else "")
        return found

    @property
    def row(self):
        """The label and the value of the register's selected row."""
        for line in self.box:
            match = re.match(r"[▸>] (\S.*?)(?:\s{2,}(.*))?$", line)
            if match:
                return match.group(1), (match.group(2) or "").strip()
        return None, ""

    @property
    def step(self):
        """Where the case stands: (2, 6) for the second step of six."""
        match = re.search(r"(\d)/(\d)\s*$", "\n".join(self.lines[1:3]), re.M)
        return (int(match.group(1)), int(match.group(2))) if match else None

    def has_phrases(self, search):
        """The guide lists phrases for what was typed to look for."""
        guide = [line.split("│")[-1] for line in self.lines]
        found = next((n for n, line in enumerate(guide) if "/" + search[:8] in line), None)
        return found is not None and any(re.match(r" ?1 ", line) for line in guide[found:])

    @property
    def conversation(self):
        """The words of the middle pane, run together."""
        found = []
        for line in self.lines[2:]:
            parts = line.split("│")
            if len(parts) > 1:
                found.append(re.sub(r"[▌\s]", "", parts[1]))
        return "".join(found)

    def shows(self, words):
        """Whether the end of some words stands in the conversation, however they are wrapped."""
        return re.sub(r"\s", "", words)[-12:] in self.conversation
