"""The words of the screen, read from the shipped locales, so that a rewording breaks nothing here."""

import os
import re

RESOURCES = os.path.join(os.path.dirname(__file__), "..", "..", "..", "Resources")


class Words:
    """The texts of one language by their dotted path."""

    def __init__(self, language):
        self.texts = {}
        path = []
        with open(os.path.join(RESOURCES, "locales", language + ".yaml"), encoding="utf-8") as file:
            for line in file:
                match = re.match(r'( *)("?[^\s"#][^":]*"?): ?(.*)$', line.rstrip("\n"))
                if not match:
                    continue
                depth = len(match.group(1)) // 2
                path = path[:depth] + [match.group(2).strip('"')]
                value = match.group(3).strip()
                if value.startswith("{") and value.endswith("}"):
                    for part in re.findall(r'("[^"]+"|[\w-]+): ("[^"]*"|[^,}]+)', value):
                        self.texts[".".join(path + [part[0].strip('"')])] = part[1].strip(' "')
                elif value:
                    self.texts[".".join(path)] = value.strip('"')

    def __getitem__(self, key):
        return self.texts[key]

    def start(self, key):
        """What stands before the first blank to fill in a text."""
        return self.texts[key].split("{")[0].strip()
