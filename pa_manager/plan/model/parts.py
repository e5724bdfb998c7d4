"""The parts of a support plan, and the questions in each: what to write, why, and what others wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pa_manager.values.days import day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

LONGEST: Final = 6000


class TooLong(UserError):
    """An answer is longer than a plan has room for."""


class Answer(StrEnum):
    """What sort of thing answers a question. It is not stored."""

    LINE = "line"
    WORDS = "words"
    DAY = "day"
    MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field of the plan.

    Attributes:
        key: What the answer is kept by: never change one.
        hint: What it is for.
        example: What somebody might write.
    """

    key: str
    words: str
    hint: str
    example: str
    answer: Answer = Answer.WORDS

    @property
    def help(self) -> str:
        """The hint and the example, as they stand beneath the question."""
        return f"{self.hint} For example: {self.example}".strip()

    def read(self, text: str) -> str:
        """Return an answer as it is kept; it may be empty.

        Raises:
            NotADay: A day is asked for, and this is none.
            NotMoney: A sum is asked for, and this is none.
            TooLong: It is longer than there is room for.
        """
        typed = text.strip()
        if not typed:
            return ""
        if self.answer is Answer.DAY:
            return f"{day_from_text(typed)}"
        if self.answer is Answer.MONEY:
            return Money.from_text(typed).plain()
        if len(typed) > LONGEST:
            raise TooLong(f"This is {len(typed)} letters long. Say it in {LONGEST} or fewer.")
        return typed


class Part(StrEnum):
    """A part of the plan. The words are stored: never change one."""

    HEADER = "header"
    ABOUT = "about"
    PAGE = "page"
    IMPORTANT = "important"
    OUTCOME = "outcome"
    SUPPORT = "support"
    MONEY = "money"
    DECISIONS = "decisions"
    RISK = "risk"
    CONTINGENCY = "contingency"
    ACTION = "action"
    REVIEW = "review"

    @property
    def words(self) -> str:
        """What the part is called."""
        return _PARTS[self][0]

    @property
    def lead(self) -> str:
        """What the part is for."""
        return _PARTS[self][1]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions in it, in the order in which they are asked."""
        return _PARTS[self][2]

    @property
    def is_repeated(self) -> bool:
        """Whether there may be several of it."""
        return self in {Part.PAGE, Part.OUTCOME, Part.SUPPORT, Part.MONEY, Part.RISK, Part.ACTION, Part.REVIEW}

    @property
    def is_living(self) -> bool:
        """Whether it goes on after the plan was agreed: what is done and what was learned."""
        return self in {Part.ACTION, Part.REVIEW}

    @property
    def is_told_elsewhere(self) -> bool:
        """Whether it is written in the tables of outcomes and of money, and only frozen here."""
        return self in {Part.OUTCOME, Part.MONEY}


def _q(key: str, words: str, hint: str, example: str, answer: Answer = Answer.WORDS) -> Question:
    return Question(key=key, words=words, hint=hint, example=example, answer=answer)


_PARTS: Final[dict[Part, tuple[str, str, tuple[Question, ...]]]] = {
    Part.HEADER: (
        "The plan itself",
        "Who helped with it, what it may cost, and when to look at it again.",
        (
            _q("helped_by", "Who helped to write it, and why?", "A council asks whose words they are.",
               "my daughter typed what I said.", Answer.LINE),
            _q("budget", "How much is agreed for a week?", "The check compares it with what the plan costs.",
               "424.60.", Answer.MONEY),
            _q("review_on", "When is the next review?", "You are reminded.", "1 9 2026.", Answer.DAY),
        ),
    ),
    Part.ABOUT: (
        "About me",
        "What somebody new should know. It could be about nobody else.",
        (
            _q("name_liked", "Which name do I like?", "", "Jeanie, never Mrs.", Answer.LINE),
            _q("history", "What in my life matters?", "", "I taught music for 30 years."),
            _q("people", "Who are the people around me?", "", "my sister Joan rings every evening."),
            _q("communication", "How do we understand one another?", "", "give me time; do not finish my words."),
            _q("culture", "What of culture and faith matters?", "", "no visits on Saturday before sunset."),
            _q("routines", "What are my routines?", "", "tea first, then the radio, then up."),
            _q("good_day", "What is a good day?", "", "I have slept, and somebody laughed with me."),
            _q("bad_day", "What is a bad day?", "", "pain by noon, and a PA in a hurry."),
        ),
    ),
    Part.PAGE: (
        "One-page profile",
        "One page that a new PA, a ward or a club can read in a minute.",
        (
            _q("place", "What is this page for?", "There may be several.", "new PAs.", Answer.LINE),
            _q("liked", "What do people like about me?", "", "my laugh, and that I say what I think."),
            _q("important", "What is important to me?", "", "the window open at night."),
            _q("support", "How am I best supported?", "", "stand where I can see you, and say what you do."),
            _q("readers", "Who may read it?", "", "PAs and the ward. Not the agency.", Answer.LINE),
        ),
    ),
    Part.IMPORTANT: (
        "Important to me, important for me",
        "What makes me happy, and what keeps me well: two things, kept apart.",
        (
            _q("to_me", "What is important to me?", "Top three first.", "choir; my sister; my own front door."),
            _q("for_me", "What is important for me?", "Top three first.", "no falls; tablets on time; warm hands."),
            _q("working", "What is working?", "As I see it, family sees it, PAs see it.", "mornings, says Ada too."),
            _q("not_working", "What is not working?", "As I see it, family sees it, PAs see it.", "Sundays alone."),
            _q("future", "Three things for the future?", "", "sing in the cathedral."),
        ),
    ),
    Part.OUTCOME: (
        "What should get better, or be kept",
        "",
        (
            _q("words", "What?", "", "go swimming each week."),
            _q("measure", "How will we know?", "", "I was at the pool 3 times a month."),
            _q("hours", "How much help in a week?", "", "4:30 hours."),
            _q("tags", "Which outcome of the Care Act?", "", "moving safely at home."),
            _q("rating", "How is it now?", "", "3 of 5."),
        ),
    ),
    Part.SUPPORT: (
        "Support",
        "Who does what for an outcome, when, and what it takes.",
        (
            _q("outcome", "For which outcome?", "Its number under My plan.", "1.", Answer.LINE),
            _q("who", "Who?", "A PA, somebody unpaid, a club, a piece of equipment.", "a PA I know.", Answer.LINE),
            _q("what", "What do they do?", "", "help me wash and dress, and go with me."),
            _q("when", "Which days and hours?", "", "Monday, Wednesday, Friday, 9 to 1.", Answer.LINE),
            _q("how_many", "How many PAs at once?", "", "1, and 2 for the bath.", Answer.LINE),
            _q("skill", "What must they be able to do?", "", "use the hoist.", Answer.LINE),
            _q("can_wait", "How long can it wait?", "", "the same day.", Answer.LINE),
        ),
    ),
    Part.MONEY: (
        "Money",
        "",
        (
            _q("words", "What for?", "", "a PA for swimming."),
            _q("price", "How much?", "", "£94.10 a week."),
            _q("stream", "From which money?", "", "direct payment."),
            _q("may_not", "What may it not be used for?", "", "food and drink."),
            _q("agreed", "Who agreed it, and when?", "", "Asha Verma, 12 September 2025."),
        ),
    ),
    Part.DECISIONS: (
        "Decisions",
        "What is mine to decide, and who may act for me.",
        (
            _q("mine", "Which decisions are mine alone?", "", "who comes into my home."),
            _q("helped", "How am I helped to decide?", "", "one question at a time, in the morning."),
            _q("others", "Who may act for me, in what?", "", "Rowena, for the bank and the council."),
            _q("not_others", "What may they not decide?", "", "where I live."),
        ),
    ),
    Part.RISK: (
        "Staying safe",
        "A risk that I know of, and what I choose.",
        (
            _q("risk", "What may go wrong?", "", "I fall on the way to the bus.", Answer.LINE),
            _q("chosen", "What do I choose to do anyway?", "", "I go out alone on dry days."),
            _q("reduced", "What makes it less?", "", "my stick, my phone, and a text when I arrive."),
            _q("agreed", "Who agreed, and when?", "", "my doctor, 3 3 2026.", Answer.LINE),
        ),
    ),
    Part.CONTINGENCY: (
        "When things go wrong",
        "What happens if somebody cannot come. The call list stands under Cover.",
        (
            _q("first", "What happens first?", "", "I ring Ada, then Rowena."),
            _q("long", "And if it goes on?", "", "the agency takes the nights; we advertise."),
            _q("money", "Which money is there for it?", "", "4 weeks of £50, and the council adds after that."),
            _q("ring", "When is the council, 111 or 999 rung?", "", "the council if no one is found by noon."),
        ),
    ),
    Part.ACTION: (
        "To do",
        "What is to be done, by whom, by when. It stands on Home until it is done.",
        (
            _q("what", "What is to be done?", "", "ask the pool about the hoist.", Answer.LINE),
            _q("who", "Who does it?", "", "Rowena.", Answer.LINE),
            _q("by", "By when?", "", "30 6 2026.", Answer.DAY),
            _q("done", "When was it done?", "Empty until then.", "12 6 2026.", Answer.DAY),
        ),
    ),
    Part.REVIEW: (
        "Review",
        "Looking back together: what we tried, and what comes next.",
        (
            _q("day", "When was it?", "", "1 9 2026.", Answer.DAY),
            _q("tried", "What did we try?", "", "two mornings instead of three."),
            _q("learned", "What did we learn?", "", "three are needed in winter."),
            _q("pleased", "What are we pleased about?", "", "choir, six weeks in eight."),
            _q("worried", "What are we worried about?", "", "nobody covers August."),
            _q("next", "What comes next?", "", "ask for 2 hours more."),
        ),
    ),
}  # fmt: skip
