"""Picks conversations for the scenarios from a file of JSON lines, by themselves."""

import copy
import json
import re


class Line:
    """One conversation, cut after the customer's first words: the rest is played anew."""

    def __init__(self, raw):
        self.raw = raw
        self.name = str(raw.get("id", ""))
        turns = raw.get("turns") or []
        first = next((n for n, turn in enumerate(turns) if turn.get("from") == "customer"), None)
        self.words = turns[first]["text"] if first is not None else ""

    @property
    def language(self):
        return "zh" if re.search(r"[\u4e00-\u9fff]", self.words) else "en"

    @property
    def screen(self):
        """The language of the screen that goes with it."""
        if self.language == "en":
            return "en"
        traditional = re.search(r"[個們還沒這裡說麼為處單電話訂貨請會兩點]", self.words)
        simplified = re.search(r"[个们还没这里说么为处单电话订货请会两点]", self.words)
        return "zh-Hant" if traditional and not simplified else "zh-Hans"

    @property
    def fitness(self):
        """How well it shows on a screen: neither a word nor a page. Lower is better."""
        width = len(self.words) * (2 if self.language == "zh" else 1)
        return abs(width - 120)

    def opened(self, name, channel=None):
        """The intake line: the customer has spoken once, and is waiting."""
        line = copy.deepcopy(self.raw)
        line["id"] = f"{name}-{self.name}"
        line["turns"] = [{"from": "customer", "text": self.words}]
        if channel:
            line["channel"] = channel
        return line


class Lines:
    def __init__(self, path):
        self.lines = []
        with open(path, encoding="utf-8") as file:
            for number, text in enumerate(file, 1):
                if not text.strip():
                    continue
                try:
                    line = Line(json.loads(text))
                except (ValueError, AttributeError, KeyError, TypeError) as error:
                    raise SystemExit(f"{path}:{number}: not a conversation ({error}).")
                if len(line.words) >= 8:
                    self.lines.append(line)
        if not self.lines:
            raise SystemExit(f"{path}: no conversation in which the customer says anything.")
        self.taken = set()

    @property
    def languages(self):
        return sorted({line.language for line in self.lines})

    @property
    def usual(self):
        """The language most of the file is in."""
        return max(self.languages, key=lambda each: [x.language for x in self.lines].count(each))

    def pick(self, scenario, language=None, like=None):
        """The best line that was not taken yet: one named for the scenario, then one whose words
        are about it, then one of a good length."""
        fitting = [line for line in self.lines if not language or line.language == language]
        fresh = [line for line in fitting if line.name not in self.taken] or fitting
        chosen = min(
            fresh,
            key=lambda line: (
                not line.name.endswith("-" + scenario),
                not (like and re.search(like, line.words, re.I)), line.fitness))
        self.taken.add(chosen.name)
        return chosen
