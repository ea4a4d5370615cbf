"""A fresh desk in folders of its own, reached by the command line as a channel would."""

import datetime
import json
import os
import subprocess

from .terminal import Failure


class Desk:
    def __init__(self, binary, folder, language):
        self.binary = binary
        self.folder = folder
        self.language = language
        self.now = None
        self._remedies = None
        self.environment = {"HOME": self.path("home")}
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            self.environment[f"XDG_{name}_HOME"] = self.path(name.lower())
        for path in self.environment.values():
            os.makedirs(path)
        # An agent who knows the keys: the last line of the screen is the footer.
        os.makedirs(self.path("state/calmdesk"))
        with open(self.path("state/calmdesk/keys-used"), "w", encoding="utf-8") as file:
            file.write("everything\n")

    def path(self, name):
        return os.path.join(self.folder, name)

    def later(self, **span):
        """Moves the desk's clock on for everything that is started from here on."""
        start = self.now or datetime.datetime.now(datetime.timezone.utc)
        self.now = start + datetime.timedelta(**span)

    @property
    def options(self):
        now = ["--now", self.now.strftime("%Y-%m-%dT%H:%M:%SZ")] if self.now else []
        return ["--lang", self.language, *now]

    @property
    def console(self):
        return [self.binary, *self.options]

    def run(self, *arguments, lines=(), codes=(0,)):
        done = subprocess.run(
            [self.binary, *arguments, *self.options],
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                 **self.environment},
            input="".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines),
            text=True, capture_output=True)
        if done.returncode not in codes:
            raise Failure(
                f"calmdesk {arguments[0]} left with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def intake(self, line):
        return self.run("intake", "-", lines=[line]).split()[0]

    def do(self, ref, name, **arguments):
        answer = json.loads(self.run("do", lines=[{"case": ref, "do": name, **arguments}]))
        if not answer["ok"]:
            raise Failure(f"{name}: {json.dumps(answer, ensure_ascii=False)}")
        return answer

    def receive(self, ref, text):
        """The customer writes, by another process, as a channel would bring it."""
        return self.do(ref, "receive", text=text)

    def case(self, ref):
        return json.loads(self.run("case", ref, "--json"))

    def remedies(self):
        """The names of the playbook's remedies in the language of the screen, by id."""
        if self._remedies is None:
            listed = json.loads(self.run("playbook", "list", "--json"))["remedies"]
            self._remedies = {remedy["id"]: remedy["name"] for remedy in listed}
        return self._remedies
