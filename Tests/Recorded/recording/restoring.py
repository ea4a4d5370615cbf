"""However the console ends, the terminal is as it was before, and the unsent words are kept."""

import os
import shlex
import signal
import subprocess

from .lines import LINES
from .scenarios import expect
from .terminal import Failure, wait

PROMPT = "ready$"


class Shell:
    """A plain shell in the terminal, from which the console is started.

    The modes of the terminal are read from outside, so that no shell can mend them unseen.
    """

    def __init__(self, agent, line):
        self.agent = agent
        self.terminal = agent.terminal
        self.terminal.environment["PS1"] = PROMPT + " "
        agent.ref = agent.desk.intake(line)
        self.words = LINES[agent.case()["lang"]]["draft"]
        self.terminal.open("sh", "-i")
        self.terminal.wait(lambda screen: PROMPT in screen, "a shell")
        self.before = self.state()

    def state(self):
        """Everything of the terminal that a program can leave behind."""
        tty = self.terminal.flag("pane_tty")
        modes = subprocess.run(["stty", "-a", "-F", tty], text=True, capture_output=True).stdout
        flags = ["alternate_on", "cursor_flag", "keypad_flag", "keypad_cursor_flag",
                 "mouse_any_flag", "mouse_standard_flag", "mouse_sgr_flag", "insert_flag",
                 "wrap_flag"]
        return {"stty": modes, **{flag: self.terminal.flag(flag) for flag in flags}}

    def children(self, pid):
        try:
            with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
                return [int(child) for child in file.read().split()]
        except OSError:
            return []

    @property
    def console(self):
        """The process of the console, or None."""
        shell = self.terminal.flag("pane_pid")
        found = self.children(shell) if shell else []
        return found[-1] if found else None

    def start(self):
        """Starts the console, opens the case and writes a draft."""
        self.terminal.type(shlex.join(self.agent.desk.console))
        self.terminal.press("Enter")
        title = self.agent.words["screen.queue.title"]
        self.terminal.wait(
            lambda screen: title in screen and PROMPT not in screen, "the console")
        expect(self.agent, self.terminal.flag("alternate_on") == "1", "the alternate screen")
        expect(self.agent, self.terminal.flag("mouse_sgr_flag") == "1", "the mouse")
        self.agent.log("calmdesk", "the console opens, started from a shell")
        self.agent.take()
        self.agent.press("r", lambda screen: screen.is_writing, "starts to write")
        self.terminal.type(self.words)
        end = self.words.replace(" ", "")[-6:]
        self.terminal.wait(lambda screen: end in screen.draft, "the draft")
        self.agent.log(self.words, "a draft, not sent")

    def send(self, name, why):
        os.kill(self.console, getattr(signal, name))
        self.agent.log(f"kill -{name[3:]}", why)

    def expect_restored(self, how):
        """Waits until the shell is back, and compares."""
        wait(lambda: self.terminal.flag("alternate_on") == "0", f"the main screen after {how}")
        try:
            wait(lambda: self.state() == self.before, "the terminal to be as it was before")
        except Failure as failure:
            now = self.state()
            differing = {
                name: (self.before[name], now[name])
                for name in now if now[name] != self.before[name]}
            raise Failure(f"{failure}, after {how}; before and after: {differing}") from None
        self.agent.log("stty -a", f"the terminal is as it was, after {how}")

    def expect_gone(self, how):
        wait(lambda: self.console is None, f"the console to end after {how}")
        self.expect_restored(how)

    def expect_draft(self):
        """Opens the console anew: the words are still there, for their author alone."""
        self.terminal.close()
        self.agent.open()
        self.agent.reopen()
        end = self.words.replace(" ", "")[-6:]
        self.agent.press("r", lambda screen: screen.is_writing, "goes to the composer")
        self.terminal.wait(lambda screen: end in screen.draft, "the draft that was kept")
        self.agent.log("", "the unsent words were kept")


def by_key(agent, line):
    """q asks about the unsent words, then leaves."""
    shell = Shell(agent, line)
    shell.start()
    agent.to_commands()
    agent.press(
        "q", lambda screen: agent.words["screen.leave.title"] in screen, "asks about the draft")
    shell.terminal.press("y")
    shell.expect_gone("q")
    shell.expect_draft()


def by_signal(name):
    def play(agent, line):
        shell = Shell(agent, line)
        shell.start()
        shell.send(name, "ends the console")
        shell.expect_gone(name)
        shell.expect_draft()
    return play


def by_stopping(agent, line):
    """Stopped and brought back: the shell gets its terminal, the console its screen."""
    shell = Shell(agent, line)
    shell.start()
    before = shell.terminal.screen()
    shell.send("SIGTSTP", "stops the console")
    shell.expect_restored("SIGTSTP")
    shell.terminal.type("fg")
    shell.terminal.press("Enter")
    shell.terminal.wait(
        lambda screen: screen.is_whole and screen.draft == before.draft
        and screen.step == before.step,
        "the console to come back")
    expect(agent, shell.terminal.flag("alternate_on") == "1", "the alternate screen again")
    expect(agent, shell.terminal.flag("mouse_sgr_flag") == "1", "the mouse again")
    agent.log("fg", "the console is back, with its draft")
    agent.to_commands()
    shell.terminal.press("q")
    shell.terminal.wait(
        lambda screen: screen.is_whole and screen.has_box, "the question about the draft")
    shell.terminal.press("y")
    shell.expect_gone("fg and q")


def by_losing(agent, line):
    """The window is closed under it, as when a connection drops."""
    shell = Shell(agent, line)
    shell.start()
    console = shell.console
    shell.terminal.close()
    wait(lambda: not os.path.exists(f"/proc/{console}"), "the console to end with its terminal")
    agent.log("(window closed)", "the console ends with its terminal")
    shell.expect_draft()


PLAYS = {
    "quit": by_key,
    "term": by_signal("SIGTERM"),
    "hup": by_signal("SIGHUP"),
    "int": by_signal("SIGINT"),
    "stop": by_stopping,
    "lost": by_losing,
}
