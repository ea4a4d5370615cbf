"""The recorded scenarios. Each proves at its end, by the case itself, what its keys came to."""

import re
import time

from .lines import LINES
from .terminal import Failure


class Scenario:
    """A case at a desk, an agent at the console, and the lines of the case's language."""

    def __init__(self, agent, line):
        self.agent = agent
        self.desk = agent.desk
        agent.ref = self.desk.intake(line)
        agent.log("calmdesk intake", f"{agent.ref}: {line['turns'][0]['text'][:60]}")
        self.lines = LINES[agent.case()["lang"]]

    def words(self, name):
        """A line, with what the register holds put in."""
        words = self.lines[name]
        if "{" not in words:
            return words
        fields = self.agent.case()["fields"]
        for field in ("problem", "demand", "order"):
            words = words.replace("{" + field + "}", fields.get(field, {}).get("value", ""))
        return words

    def missing(self, *fields):
        """What is neither on file nor in what the customer wrote."""
        case = self.agent.case()
        written = " ".join(
            message["text"] for message in case["messages"] if message["from"] == "customer")
        has_order = re.search(r"\d{5}|\d-\d", written)
        return [
            field for field in fields
            if field not in case["fields"] and not (field == "order" and has_order)]

    def remedy(self, name):
        return self.desk.remedies()[name]

    # Parts of the way

    def begin(self):
        self.agent.open()
        self.agent.take()

    def listen(self):
        """Step 1: heard out, problem and demand noted in a line each."""
        agent = self.agent
        agent.reply(self.words("listen"))
        for words in self.lines["more"]:
            case = agent.case()
            if is_met(case, "heard"):
                break
            agent.customer(words)
        # What an angry customer wrote is not said back to them as it stands.
        worded = None if case["heat"]["level"] in ("calm", "uneasy") else self.lines["problem"]
        agent.form(problem=worded, demand=self.lines["demand"])
        agent.advance("apologise", 2)

    def apologise(self):
        """Step 2: sorry, said back, and confirmed by going on."""
        agent = self.agent
        agent.is_refused("tries to go on without an apology: the box says what is missing")
        agent.reply(self.words("apology"))
        agent.digit(1, "the say-back: what is wanted comes first")
        agent.customer(self.words("goes_on"))
        expect(agent, is_met(agent.case(), "problem_confirmed", "implied"), "an implied yes")
        agent.advance("collect", 3)

    def collect(self):
        """Step 3: the missing facts, their own idea, the notes read back."""
        agent = self.agent
        missing = self.missing("customer", "phone", "order")
        if missing:
            agent.customer(" ".join(self.lines["tell_" + field] for field in missing))
        agent.form(**{field: self.lines[field] for field in ("customer", "order", "phone")})
        agent.phrase(self.lines["idea_search"])
        agent.customer(self.words("idea"))
        agent.reply(self.words("read_back"))
        agent.customer(self.words("right"))
        agent.advance("solve", 4)

    def offer(self):
        """Step 4: two ways with a time each, in words, and the answer."""
        agent = self.agent
        agent.start("o", "offer", "puts two ways on the table")
        agent.fill(
            remedy_1=self.remedy("replacement"), due_1=self.lines["due_first"],
            remedy_2=self.remedy("refund"), amount_2=self.lines["amount"],
            due_2=self.lines["due_second"])
        agent.submit("the offer is recorded, and the words for it are proposed")
        agent.terminal.wait(lambda screen: screen.is_writing, "the words for the offer")
        agent.send("sends the proposed words")
        agent.customer(self.words("takes_first"))
        agent.start("w", "answer", "records the answer; the customer's words are proposed")
        agent.submit("the answer is recorded")
        plan = agent.expect(
            lambda case: case["remedies"] and case["remedies"][-1]["answer"],
            "the answer to be recorded")["remedies"][-1]
        expect(agent, plan["answer"]["accepted"], "an accepted plan")
        expect(agent, len(plan["options"]) == 2 and all(o["due"] for o in plan["options"]),
               "two options with a time each")

    def follow_up(self):
        """Step 6: the look back arranged, a goodbye, and the close."""
        agent = self.agent
        agent.advance("follow_up", 6)
        self.arrange()
        agent.reply(self.words("goodbye"))

    def arrange(self):
        agent = self.agent
        agent.filling = "follow_up"
        agent.to_commands()
        agent.press("u", lambda screen: screen.has_box, "asks about the follow-up")
        agent.choose(
            agent.words["screen.menu.follow_up.arrange"], "arranges it on the proposed day",
            lambda screen: agent.words["screen.form.follow_up.due"] in screen)
        agent.submit("the follow-up is arranged")
        agent.expect(lambda case: case["follow_ups"], "the follow-up to be arranged")


def is_met(case, gate, how=None):
    return any(
        each["id"] == gate and each["met"] and (how is None or each["how"] == how)
        for each in case["gates"])


def expect(agent, condition, what):
    if not condition:
        raise Failure(f"expected {what}")


def steps(scenario):
    """All six steps, to a close."""
    agent = scenario.agent
    scenario.begin()
    scenario.listen()
    scenario.apologise()
    scenario.collect()
    scenario.offer()
    scenario.follow_up()
    case = agent.close("accepted")
    expect(agent, case["disposition"]["reason"] == "accepted", "a close as accepted")
    expect(agent, not case["overrides"], "no gate passed by a reason")
    agent.leave()


def grant(scenario):
    """One plain demand, one message, closed within a minute."""
    agent = scenario.agent
    scenario.begin()
    start = time.monotonic()
    words = [scenario.words("grant_ask")]
    words += [scenario.lines["tell_" + field] for field in scenario.missing("order")]
    agent.customer(" ".join(words))
    agent.form(order=scenario.lines["order"])
    agent.start("g", "grant", "grants it: what, how much, by when, in one message")
    agent.fill(
        remedy=scenario.remedy("refund"), amount=scenario.lines["amount"],
        due=scenario.lines["due_first"])
    agent.submit("granted and sent")
    case = agent.expect(lambda case: case["step"] == "follow_up", "the case to be granted")
    expect(agent, case["remedies"][-1]["granted"], "a granted plan")
    expect(agent, case["follow_ups"], "the follow-up arranged by the grant")
    case = agent.close("granted")
    spent = time.monotonic() - start
    agent.log("", f"from the customer's demand to the close: {spent:.1f} s")
    expect(agent, spent <= 60, "a close within a minute")
    expect(agent, not case["overrides"], "no gate passed by a reason")
    agent.leave()


def silent(scenario):
    """The customer falls silent: two dated nudges, then a close without a reply."""
    agent, desk = scenario.agent, scenario.desk
    scenario.begin()
    agent.reply(scenario.words("question"))
    expect(agent, agent.case()["state"] == "waiting", "a case that waits for the customer")
    agent.to_commands()
    agent.leave()
    for nudge in (1, 2):
        desk.later(hours=25)
        agent.open()
        agent.reopen()
        agent.phrase(scenario.lines["nudge_search"], fill=[scenario.lines["due_first"]])
        if nudge == 1:
            agent.to_commands()
            agent.leave()
    case = agent.close("no_reply")
    expect(agent, case["disposition"]["reason"] == "no_reply", "a close without a reply")
    expect(agent, not case["disposition"]["signed_off_by"], "no sign-off asked for")
    agent.leave()


def flare(scenario):
    """Flares up again at solve: heard again first, the accepted plan stays, then a close."""
    agent = scenario.agent
    scenario.begin()
    scenario.listen()
    scenario.apologise()
    scenario.collect()
    scenario.offer()
    agent.customer(scenario.words("flare"))
    case = agent.case()
    expect(agent, case["heat"]["level"] in ("angry", "explosive"), "a risen heat")
    agent.terminal.wait(
        lambda screen: agent.words["screen.conversation.flared"] in screen
        or agent.words["heat." + case["heat"]["level"]] in screen, "the heat on the screen")
    agent.is_refused_by_list("tries to go on: the new anger has to be acknowledged first")
    agent.reply(scenario.words("hear_again"))
    agent.customer(scenario.words("calmer"))
    case = agent.case()
    expect(agent, is_met(case, "heard_again"), "the new anger acknowledged")
    expect(agent, case["remedies"][-1]["answer"]["accepted"], "the accepted plan kept")
    expect(agent, case["step"] == "solve", "the right to solve kept")
    scenario.follow_up()
    agent.close("accepted")
    agent.leave()


def danger(scenario):
    """Danger on the phone: the safety words come first, a tick for what cannot be read."""
    agent = scenario.agent
    scenario.begin()
    agent.capture(scenario.words("danger"))
    agent.to_commands()
    agent.press("d", lambda screen: screen.has_box, "danger")
    agent.choose(
        agent.words["danger.fire"], "fire: the order of steps is suspended",
        lambda screen: not screen.has_box)
    agent.expect(lambda case: case["danger"] == "fire", "the danger to be on record")
    agent.say(scenario.words("safety_said"))
    agent.capture(scenario.words("safe"))
    agent.to_commands()
    agent.press("k", lambda screen: screen.has_box, "ticks what was said and cannot be read")
    agent.choose(agent.words["act.empathy"], "empathy, said on the phone",
                 lambda screen: not screen.has_box)
    case = agent.case()
    expect(agent, "safety" in acts(case), "the safety words read")
    agent.to_commands()
    agent.press("d", lambda screen: screen.has_box, "the danger is over")
    agent.choose(agent.words["screen.menu.danger.over"], "back to the steps",
                 lambda screen: not screen.has_box)
    agent.expect(lambda case: not case["danger"], "the danger to be over")
    agent.leave()


def resize(scenario):
    """The window changes its size while words are being written; too small is said, not shown."""
    agent = scenario.agent
    terminal, words = agent.terminal, scenario.words("draft")
    before = (terminal.columns, terminal.rows)
    scenario.begin()
    agent.press("r", lambda screen: screen.is_writing, "starts to write")
    terminal.type(words)
    draft = re.sub(r"\s", "", words)
    terminal.wait(lambda screen: screen.draft == draft, "the draft")
    too_small = agent.words.start("screen.too_small")[:12]
    for columns, rows in ((120, 36), (200, 60), (60, 15), (40, 10), before):
        terminal.resize(columns, rows)
        fits = columns >= 60 and rows >= 15
        terminal.wait(
            lambda screen: screen.draft == draft and len(screen.lines) == rows if fits
            else too_small in screen, f"the screen at {columns}x{rows}")
        agent.log("(resized)", f"{columns}x{rows}: " + ("the draft is there" if fits else "too small"))
    agent.to_commands()
    agent.press(
        "q", lambda screen: agent.words["screen.leave.title"] in screen, "asks about the draft")
    agent.press("Escape", lambda screen: not screen.has_box, "stays")


def acts(case):
    return {act for message in case["messages"] for act in message["acts"]}


SCENARIOS = {
    "steps": steps, "grant": grant, "silent": silent, "flare": flare, "danger": danger,
    "resize": resize,
}
LIKE = {
    "grant": r"refund|money back|退款|退钱|退費|退货|退了",
    "flare": r"again|third|又|再",
    "danger": r"hold|wait|engineer|等|师傅|師傅",
}
