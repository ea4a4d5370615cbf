"""The words of the screen, read from the program's locales, so that a rewording breaks nothing here."""

import os
import re


def resources(binary):
    """The folder of content that a program uses: installed beside it, built beside it, or ours."""
    folder = os.path.dirname(os.path.realpath(binary))
    candidates = [
        os.path.join(folder, "..", "share", "calmdesk"),
        os.path.join(folder, "calmdesk_Playbook.resources", "Resources"),
        os.path.join(os.path.dirname(__file__), "..", "..", "..", "Resources"),
    ]
    return next(path for path in candidates if os.path.isdir(os.path.join(path, "locales")))


class Words:
    """The texts of one language by their dotted path."""

    def __init__(self, binary, language):
        self.texts = {}
        path = []
        locale = os.path.join(resources(binary), "locales", language + ".yaml")
        with open(locale, encoding="utf-8") as file:
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
