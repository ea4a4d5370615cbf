#!/usr/bin/env python3
"""Works a real conversation from the first word to its close in the linear mode, by ear alone.

    python3 Tests/Recorded/linear.py FILE [--size 40x8] [--lang zh-Hant] [--save FOLDER]

FILE holds JSON lines as `calmdesk intake` takes them. The agent here knows what a braille display
or a screen reader gives: the line under the cursor, the first line and the last. Every screen is
held against what nobody can hear: no line, block or arrow, and a cursor on something.

Needs Python 3.9, tmux and a built program: .build/debug/calmdesk, or what CALMDESK names.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

from recording.desk import Desk
from recording.lines import LINES
from recording.picking import Lines
from recording.terminal import Failure, Terminal, wait
from recording.words import Words

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
SIGNS = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff\u203c\u2039\u203a]")


class Listener:
    """An agent who hears one line at a time."""

    def __init__(self, desk, size, save=None, quiet=False):
        self.desk = desk
        self.words = Words(desk.binary, desk.language)
        desk.environment["CALMDESK_LAYOUT"] = "linear"
        self.terminal = Terminal("linear", size, desk.environment, desk.folder)
        self.save = save
        self.quiet = quiet
        self.count = 0
        self.ref = None

    def heard(self):
        """The first line, the line under the cursor, the last line."""
        lines = self.terminal.screen().text.split("\n")[: self.terminal.rows]
        row = int(self.terminal.flag("cursor_y") or 0)
        return lines[0].rstrip(), lines[row].rstrip() if row < len(lines) else "", lines[-1].rstrip()

    @property
    def text(self):
        """All that stands on the screen, run together."""
        return re.sub(r"\s", "", self.terminal.screen().text)

    @property
    def is_on_something(self):
        """The cursor stands between the first line and the last."""
        # On four rows a long sentence may take the first line, too.
        first = 0 if self.terminal.rows < 6 else 1
        return first <= int(self.terminal.flag("cursor_y") or 0) < self.terminal.rows - 1

    def until(self, condition, what):
        """Waits until what is heard meets a condition; returns it."""
        def met():
            heard = self.heard()
            # A screen half painted has its cursor on the way.
            return heard if self.is_on_something and condition(*heard) else None
        heard = wait(met, what)
        text = self.terminal.screen().text
        sign = SIGNS.search(text)
        if sign:
            raise Failure(f"{what}: a sign that nobody can hear: {sign.group()}\n{text}")
        row = int(self.terminal.flag("cursor_y") or 0)
        self.count += 1
        if not self.quiet:
            print(f"  {self.count:>3}  {what:<34} {heard[1][:70]}", flush=True)
        if self.save:
            path = os.path.join(self.save, f"{self.desk.language}-{self.count:03}.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"{what}\ncursor on line {row}\n\n{text}")
        return heard

    def press(self, *keys, what, until=lambda title, line, last: True):
        before = self.heard()
        for key in keys:
            self.terminal.press(key)
        return self.until(lambda *now: now != before and until(*now), what)

    def case(self):
        return self.desk.case(self.ref)

    def expect(self, condition, what):
        def met():
            case = self.case()
            return case if condition(case) else None
        return wait(met, what)

    # What an agent does

    def back(self):
        """Back to where keys are commands: the title is that of the conversation."""
        start = self.words["screen.conversation.title"]
        for _ in range(5):
            if start in self.heard()[0]:
                return
            title = self.heard()[0]
            self.terminal.press(
                "Tab" if title.startswith(self.words["screen.queue.title"]) else "Escape")
            wait(lambda: self.heard()[0] != title, "Esc to lead back")
        if start not in self.heard()[0]:
            raise Failure(f"no way back to the conversation: {self.heard()}")

    def reply(self, words):
        self.back()
        self.press("r", what="starts to write")
        count = len(self.case()["messages"])
        self.terminal.type(words)
        end = re.sub(r"\s", "", words)[-8:]
        self.until(lambda *_: end in self.text, "the words are there")
        self.send(count)

    def send(self, count=None):
        count = len(self.case()["messages"]) if count is None else count
        self.terminal.press("Enter")
        self.expect(lambda case: len(case["messages"]) > count, "the desk to have the words")
        self.until(lambda *_: True, "sent")

    def customer(self, words):
        self.back()
        self.desk.receive(self.ref, words)
        said = self.words["screen.notice.wrote"].split("}")[-1].strip(" .。")[:6]
        wait(lambda: re.sub(r"\s", "", said) in self.text, f"word that the customer wrote: {words}")
        self.until(lambda *_: True, "(customer) " + words[:20])

    def go_to(self, label, key, what):
        """Moves until the line under the cursor begins with a label."""
        for _ in range(60):
            heard = self.heard()
            if re.match(r"(\d )?" + re.escape(label), heard[1]):
                return heard
            self.terminal.press(key)
            wait(lambda: self.heard() != heard, f"{key} to go on to {what}")
        raise Failure(f"no {label} to be heard")

    def fill_row(self, field, words):
        label = self.words["field." + field]
        self.go_to(label, "Down", label)
        self.press("e", what=f"edits {label}")
        self.terminal.press("C-u")
        self.terminal.type(words)
        self.terminal.press("Enter")
        self.expect(lambda case: field in case["fields"], f"{label} to be filed")
        self.until(lambda *_: True, f"{label} filed")

    def form(self, **wanted):
        self.back()
        title = self.words["screen.register.title"]
        self.press("f", what="opens the form", until=lambda first, *_: title in first)
        for field, words in wanted.items():
            self.fill_row(field, words)
        self.back()

    def advance(self, step):
        self.back()
        self.terminal.press("a")
        menu, closed = self.words["screen.menu.advance"], self.words["screen.blocked.advice"]
        def there():
            title = self.heard()[0]
            if closed in title:
                raise Failure(f"the way to {step} is closed")
            return menu in title or self.case()["step"] == step
        wait(there, f"step {step}")
        if menu in self.heard()[0]:
            self.terminal.press("Enter")
        self.expect(lambda case: case["step"] == step, f"step {step}")
        self.until(lambda *_: True, f"now at {step}")

    def submit(self, condition, what):
        self.terminal.press("F10")
        self.expect(condition, what)
        self.until(lambda *_: True, what)


def work(agent, line):
    """Six steps to a close."""
    words = agent.words
    agent.ref = agent.desk.intake(line)
    lines = LINES[agent.case()["lang"]]
    agent.terminal.open(*agent.desk.console)
    agent.until(lambda first, *_: words["screen.queue.title"] in first, "the console opens")
    agent.press(
        "t", what="takes the next case",
        until=lambda first, *_: words["screen.conversation.title"] in first)

    agent.reply(lines["listen"])
    for more in lines["more"]:
        if any(gate["id"] == "heard" and gate["met"] for gate in agent.case()["gates"]):
            break
        agent.customer(more)
    agent.form(problem=lines["problem"], demand=lines["demand"])
    agent.advance("apologise")

    agent.reply(lines["apology"])
    agent.back()
    agent.press("1", what="the say-back, by its digit")
    agent.send()
    agent.customer(lines["goes_on"])
    agent.advance("collect")

    agent.customer(" ".join(lines["tell_" + field] for field in ("customer", "phone", "order")))
    agent.form(customer=lines["customer"], order=lines["order"], phone=lines["phone"])
    agent.back()
    agent.press("/", what="looks for a phrase")
    agent.terminal.type(lines["idea_search"])
    agent.until(
        lambda _, line, last: last.startswith("1") or words["screen.linear.place"][:2] in last,
        "hears what was found")
    agent.press("Enter", what="puts it into the draft")
    agent.send()
    agent.customer(lines["idea"])
    fields = agent.case()["fields"]
    read_back = lines["read_back"]
    for field in ("problem", "demand", "order"):
        read_back = read_back.replace("{" + field + "}", fields[field]["value"])
    agent.reply(read_back)
    agent.customer(lines["right"])
    agent.advance("solve")

    agent.back()
    agent.press("o", what="puts two ways on the table")
    what, due, amount = (words["screen.form." + key] for key in ("remedy", "due", "amount"))
    remedies = agent.desk.remedies()
    for number, remedy in ((1, "replacement"), (2, "refund")):
        agent.go_to(f"{what} {number}", "Tab", what)
        for _ in range(40):
            heard = agent.heard()
            if remedies[remedy] in heard[1]:
                break
            agent.terminal.press("Right")
            wait(lambda: agent.heard() != heard, "the next choice")
        if number == 2:
            agent.go_to(f"{amount} {number}", "Tab", amount)
            agent.terminal.type(lines["amount"])
        agent.go_to(f"{due} {number}", "Tab", due)
        agent.terminal.type(lines["due_first" if number == 1 else "due_second"])
        agent.until(lambda *_: True, f"way {number}")
    agent.submit(lambda case: len(case["remedies"]) == 1, "the offer is recorded")
    agent.send()
    agent.customer(lines["takes_first"])
    agent.press("w", what="records the answer")
    agent.submit(lambda case: case["remedies"][-1]["answer"], "the answer is recorded")
    agent.advance("follow_up")

    agent.back()
    agent.press("u", what="asks about the follow-up")
    agent.press("Enter", what="arranges it")
    agent.submit(lambda case: case["follow_ups"], "the follow-up is arranged")
    agent.reply(lines["goodbye"])
    agent.customer(lines["calmer"])
    agent.back()
    agent.press("P", what="asks which promise")
    agent.press("1", what="the promise is kept")
    agent.back()
    agent.press("u", what="asks about the follow-up")
    agent.press("2", what="it works")
    agent.back()
    agent.press("y", what="asks how satisfied they are")
    agent.submit(lambda case: case["satisfaction"], "satisfaction is recorded")
    agent.back()
    agent.press("c", what="asks how it may be closed")
    agent.press("1", what="the first reason that holds")
    agent.submit(lambda case: case["state"] == "closed", "the case is closed")
    if any(gate.get("how") == "overridden" for gate in agent.case()["gates"]):
        raise Failure("a gate was passed with a reason")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", metavar="FILE", help="conversations as JSON lines")
    parser.add_argument("--lang", choices=list(LINES), help="the language of the screen")
    parser.add_argument("--size", default="40x8", help="columns x rows (default 40x8)")
    parser.add_argument("--save", metavar="FOLDER", help="write every screen there as text")
    parser.add_argument("--quiet", action="store_true", help="leave the log of keys out")
    parser.add_argument(
        "--calmdesk", default=os.environ.get("CALMDESK", f"{TOP}/.build/debug/calmdesk"),
        metavar="PATH", help="the program (default: CALMDESK, then .build/debug/calmdesk)")
    options = parser.parse_args()
    if options.save:
        os.makedirs(options.save, exist_ok=True)
    found = Lines(options.file)
    line = found.pick("steps", found.usual)
    folder = tempfile.mkdtemp(prefix="calmdesk-linear-")
    desk = Desk(os.path.abspath(options.calmdesk), folder, options.lang or line.screen)
    size = tuple(map(int, options.size.split("x")))
    agent = Listener(desk, size, save=options.save, quiet=options.quiet)
    try:
        work(agent, line.opened("linear"))
    except Failure as failure:
        print(f"FAILED linear: {failure}")
        print(agent.terminal.screen().text)
        return 1
    finally:
        agent.terminal.close()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"passed linear {options.size}, {agent.count} screens heard", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
