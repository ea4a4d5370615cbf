"""An agent who works by keys alone, and a customer who writes back through a channel."""

import os
import re

from .terminal import Failure, Terminal, wait
from .words import Words


class Agent:
    """One sitting at one desk with one case: presses keys, waits for what they cause, writes it down.

    What the agent decides on is what the screen shows. The case is read beside it only to know when
    the desk has acknowledged a key, and at the end to prove what became of it.
    """

    def __init__(self, desk, name, size, save=None, quiet=False):
        self.desk = desk
        self.name = name
        self.words = Words(desk.binary, desk.language)
        self.terminal = Terminal(name, size, desk.environment, desk.folder)
        self.save = save
        self.quiet = quiet
        self.count = 0
        self.ref = None
        self.filling = None

    # Recording

    def log(self, keys, why):
        self.count += 1
        if not self.quiet:
            print(f"  {self.name:<16} {self.count:>3}  {keys:<28} {why}", flush=True)
        if self.save:
            path = os.path.join(self.save, f"{self.name}-{self.count:03}.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"{keys}: {why}\n\n{self.terminal.screen().text}")

    # The console

    def open(self):
        self.terminal.open(*self.desk.console)
        self.terminal.wait(
            lambda screen: self.words["screen.queue.title"] in screen, "the console to open")
        self.log("calmdesk", "the console opens")

    def leave(self):
        self.terminal.press("q")
        gone = lambda: self.terminal.tmux("list-sessions", check=False) == ""
        asks = lambda: self.words["screen.leave.title"] in self.terminal.tmux(
            "capture-pane", "-p", check=False)
        wait(lambda: gone() or asks(), "q to end the console, or to ask first")
        if not gone():
            # A customer still waits: asked about, and left all the same.
            self.terminal.press("y")
        wait(gone, "the console to end")
        self.log("q", "leaves the console")

    def press(self, key, until, why):
        """Presses a key and waits until the screen meets a condition."""
        self.terminal.press(key)
        screen = self.terminal.wait(until, f"{key}: {why}")
        self.log(key, why)
        return screen

    def case(self):
        return self.desk.case(self.ref)

    def expect(self, condition, what):
        """Waits until the case meets a condition; returns the case."""
        def met():
            case = self.case()
            return case if condition(case) else None
        return wait(met, what)

    def take(self):
        self.press("t", self.has_case, "takes the most urgent case")

    def reopen(self):
        """Opens the first case of the queue again, which is one's own."""
        name = self.case()["customer"]["name"] or self.ref
        self.terminal.wait(lambda screen: name[:3] in screen, "the case in the queue")
        self.press("Enter", self.has_case, "opens the case again")

    def has_case(self, screen):
        """The case is open and one's own: the keys that matter now begin with an answer to it."""
        footer = screen.lines[-1]
        taken = self.words["screen.notice.taken"].split("}")[-1].strip()[:6]
        return self.ref in screen and any(
            words in footer for words in
            (self.words["screen.action.reply"], self.words["screen.action.said"], taken))

    def to_commands(self):
        """Back to the command keys, whatever is open."""
        screen = self.terminal.wait(lambda now: now.is_whole, "a whole screen")
        for _ in range(5):
            if not (screen.has_box or screen.is_writing):
                return
            before = screen.layer
            self.terminal.press("Escape")
            # A key behind an Escape that was not taken yet would be another key with Alt, and a
            # screen half painted may look like another layer.
            screen = self.terminal.wait(
                lambda now: now.is_whole and now.layer != before, "Esc to lead back")
            self.log("Esc", "back to the command keys")

    # Words

    def write(self, key, words, why):
        """Writes in the composer and sends it."""
        self.to_commands()
        self.press(key, lambda screen: screen.is_writing, "starts to write")
        self.terminal.type(words)
        end = re.sub(r"\s", "", words)[-8:]
        self.terminal.wait(lambda screen: end in screen.draft, "the typed words")
        self.send(why, words)

    def reply(self, words):
        self.write("r", words, "replies")

    def send(self, why, words=None):
        """Sends what stands in the composer; an empty composer says that the desk has it."""
        draft = self.terminal.wait(lambda screen: screen.draft, "words in the composer").draft
        before = len(self.case()["messages"])
        self.terminal.press("Enter")
        def gone(screen):
            if screen.has_box:
                raise Failure("the words were not sent")
            # Behind a line of a call the keys are commands again.
            return not screen.is_writing or not screen.draft
        self.terminal.wait(gone, "the composer to be empty")
        # Below a draft stands what may hurt in it, so the desk is asked and not the screen.
        wait(lambda: len(self.case()["messages"]) > before, "the desk to have the words")
        self.log("… Enter", f"{why}: {(words or draft)[:60]}")

    def phrase(self, search, fill=()):
        """Looks for a phrase, fills its blanks and sends it."""
        self.to_commands()
        self.press("/", lambda screen: True, "looks for a phrase")
        self.terminal.type(search)
        self.terminal.wait(lambda screen: screen.has_phrases(search), "phrases with these words")
        self.log(search, "filters the phrases")
        self.press(
            "Enter", lambda screen: screen.has_box or screen.is_writing, "puts the first one in")
        if self.terminal.screen().has_box:
            for words in fill:
                self.terminal.type(words)
                self.terminal.press("Tab")
            self.press("F10", lambda screen: not screen.has_box, "fills in its blanks")
        self.send("sends the phrase")

    def capture(self, words):
        """Writes down what the customer said on the phone."""
        self.write("h", words, "the customer, on the phone")

    def say(self, words):
        self.write("s", words, "says on the phone")

    def digit(self, number, why):
        """Puts one of the phrases beside the conversation into the draft and sends it."""
        self.to_commands()
        screen = self.press(
            str(number), lambda screen: screen.has_box or screen.is_writing, f"picks a phrase: {why}")
        if screen.has_box:
            raise Failure(f"phrase {number} asks for blanks where none was expected")
        self.send("sends the phrase")

    def customer(self, words):
        """The customer writes from elsewhere; the open console shows it by itself."""
        self.to_commands()
        self.desk.receive(self.ref, words)
        self.terminal.wait(lambda screen: screen.shows(words), f"the customer's words: {words}")
        self.log("(customer)", words)

    # The register

    def form(self, **wanted):
        """Fills rows of the complaint form: a proposal is taken over, an empty row is typed into.

        A value of None accepts what is proposed; a tuple ("unknown", reason) says it is not known;
        words are typed where nothing is proposed, or where the proposal opens to be worded.
        """
        self.to_commands()
        self.press("f", lambda screen: screen.row[0], "opens the complaint form")
        for field, value in wanted.items():
            self.fill_row(field, value)
        self.expect(
            lambda case: all(field in case["fields"] for field in wanted), "all of it to be filed")
        self.press("Escape", lambda screen: not screen.has_box, "closes the form")

    def fill_row(self, field, value):
        label = self.words["field." + field]
        for _ in range(40):
            screen = self.terminal.screen()
            if screen.row[0] == label:
                break
            before = screen.row[0]
            self.terminal.press("Down")
            self.terminal.wait(lambda now: now.row[0] != before, "the next row")
        else:
            raise Failure(f"no row called {label}")
        shown, typed = screen.row[1], value
        if isinstance(value, tuple):
            self.press(
                "u", lambda screen: self.words["screen.register.because"] in screen,
                f"{label}: asks why it is not known")
            self.terminal.type(value[1])
            self.terminal.press("Enter")
            self.log(f"u {value[1]}", f"{label}: not known")
        elif shown and not shown.startswith("?"):
            return
        elif not shown and typed is None:
            raise Failure(f"nothing is proposed for {label}")
        else:
            self.terminal.press("Enter")
            # A proposal is filed at once, or opened to be worded as one would say it.
            filing = self.words["screen.hint.file"]
            def answered(screen):
                return filing in screen.lines[-1] or screen.row[0] != label
            screen = self.terminal.wait(answered, f"{label} to be filed or opened")
            if screen.row[0] == label:
                if typed is not None:
                    self.terminal.press("C-u")
                    self.terminal.type(typed)
                self.terminal.press("Enter")
            self.log("Enter", f"{label}: {typed or shown}")
        self.terminal.wait(
            lambda screen: screen.row[0] not in (label, None), "the form to go on to the next row")

    # The procedure

    def advance(self, step, number):
        """Goes on; where a list asks where to, takes the first, which is the usual way."""
        self.to_commands()
        self.terminal.press("a")
        chosen = False
        def there(screen):
            nonlocal chosen
            if screen.has_box and not chosen:
                if re.search(r"^[▸>]? ?1 ", "\n".join(screen.box), re.M) and \
                        self.words["screen.menu.advance"] in screen:
                    chosen = True
                    self.log("a", "asks where to go on")
                    self.terminal.press("Enter")
                elif self.words["screen.blocked.advice"] in screen:
                    raise Failure(f"the way to {step} is closed")
            return screen.step and screen.step[0] == number and not screen.has_box
        self.terminal.wait(there, f"step {step}")
        self.log("a", f"goes on to {step}")

    def is_refused(self, why):
        """Tries to go on where a gate is closed: the box says what is missing."""
        self.to_commands()
        self.press("a", lambda screen: self.words["screen.blocked.advice"] in screen, why)
        self.to_commands()

    def is_refused_by_list(self, why):
        """The same where the step leads more than one way: the usual one is chosen first."""
        self.to_commands()
        self.press("a", lambda screen: self.words["screen.menu.advance"] in screen, why)
        self.press(
            "Enter", lambda screen: self.words["screen.blocked.advice"] in screen,
            "the usual way: the box says what is missing")
        self.to_commands()

    # Forms

    def choose(self, label, why, until=lambda screen: True):
        """Chooses a line of a list by its words, with its digit or by moving to it."""
        screen = self.terminal.wait(lambda screen: screen.has_box, "a list")
        for line in screen.box:
            match = re.match(r"(?:[▸>] ?)?(\d)\s+(?:\S )?\s*(.*)$", line)
            if match and match.group(2).strip().startswith(label):
                return self.press(match.group(1), until, why)
        for _ in range(40):
            screen = self.terminal.screen()
            if any(re.match(r"[▸>].*" + re.escape(label), line) for line in screen.box):
                return self.press("Enter", until, why)
            self.terminal.press("Down")
            self.terminal.wait(lambda now: now != screen, "the next line")
        raise Failure(f"no line {label} in the list")

    def fill(self, **wanted):
        """Goes through the fields of an open form and fills those named by their text key's end.

        Words are typed in the place of what is proposed; a choice is made by its words.
        """
        labels = {self.label(name): value for name, value in wanted.items()}
        first = None
        for _ in range(30):
            screen = self.terminal.wait(lambda screen: screen.row[0], "a field in focus")
            label, shown = screen.row
            if label == first:
                break
            first = first or label
            value = labels.pop(label, None)
            if value is not None and "‹" in shown:
                self.choose_value(label, value)
            elif value is not None:
                if shown:
                    self.terminal.press("C-u")
                self.terminal.type(value)
                end = value.split()[-1][-6:]
                self.terminal.wait(
                    lambda screen: end in screen.row[1] or any(end in line for line in screen.box),
                    f"{label} to show {value}")
            if not labels:
                break
            self.terminal.press("Tab")
            self.terminal.wait(lambda screen: screen.row[0] != label, "the next field")
        if labels:
            raise Failure(f"the form has no field {', '.join(labels)}")

    def label(self, name):
        """The label of a form's field: `due_2` is the second of two fields for `due`."""
        name, _, number = name.partition("_")
        key = next(
            key for key in (f"screen.form.{name}", f"screen.form.{self.filling}.{name}")
            if key in self.words.texts)
        return f"{self.words[key]} {number}".strip()

    def choose_value(self, label, value):
        for _ in range(40):
            screen = self.terminal.screen()
            if screen.row[1].lstrip("‹ ").startswith(value):
                return
            self.terminal.press("Right")
            self.terminal.wait(lambda now: now.row != screen.row, f"the next choice of {label}")
        raise Failure(f"{label} cannot be {value}")

    def start(self, key, form, why):
        """Opens a form by its key."""
        self.to_commands()
        self.filling = form
        title = self.words.start(f"screen.form.{form}.title")
        return self.press(key, lambda screen: title in screen and screen.row[0], why)

    def submit(self, why):
        """Ends a form with F10, which works from any of its fields."""
        self.log("…", "fills the form in")
        self.terminal.press("F10")
        self.terminal.wait(lambda screen: not screen.has_box, f"the form to be done: {why}")
        self.log("F10", why)

    def close(self, reason):
        self.to_commands()
        self.press("c", lambda screen: screen.has_box, "asks how it may be closed")
        title = self.words.start("screen.form.close.title")
        self.choose(
            self.words["close." + reason], f"closes as {reason}", lambda screen: title in screen)
        self.submit("closed")
        return self.expect(lambda case: case["state"] == "closed", "the case to be closed")

