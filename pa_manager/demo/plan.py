"""Whose household it is, who helps, and what the support plan says."""

from datetime import date

from pa_manager.file.running import Runner
from pa_manager.holder.model import About, How, Nation, SupporterRole
from pa_manager.holder.operations import add_advice, add_supporter, keep_holder
from pa_manager.plan.model import CareAct, Part
from pa_manager.plan.operations import (
    add_outcome,
    add_plan_line,
    keep_entry,
    list_outcomes,
    list_versions,
    rate_outcome,
)
from pa_manager.values.money import Money


def tell_people_and_plan(runner: Runner) -> None:
    """Say whose money it is, who holds it, and what it is for, line by line."""
    runner.run(
        keep_holder,
        name="Jean Pellow",
        known_as="Jean",
        nation=Nation.ENGLAND,
        born_on=date(1954, 2, 3),
        address="14 Larch Close\nMidshire\nMD4 7QX",
        reference="DP 0048213",
        phone="01632 960 114",
        email="jean.pellow@example.org",
    )
    runner.run(
        add_supporter,
        name="Rowena Pellow",
        role=SupporterRole.SUITABLE_PERSON,
        phone="07700 900 482",
        email="rowena.pellow@example.org",
        may_do="Holds the money, signs the returns, and speaks to the council and the payroll.",
        first=date(2025, 9, 1),
    )
    for words, measure, tags in (
        (
            "I get up, wash and dress when I choose, with somebody I know.",
            "Somebody is here on the days I asked for.",
            {CareAct.CLEAN, CareAct.DRESSED},
        ),
        ("I sleep through the night and feel safe.", "Fewer than two falls in three months.", {CareAct.MOVING}),
        (
            "I go out twice a week: to the choir, and to see my sister.",
            "I am at choir six weeks in eight.",
            {CareAct.FAMILY, CareAct.LOCAL},
        ),
    ):
        runner.run(
            add_outcome,
            words=words,
            measure=measure,
            first=date(2025, 9, 1),
            review_on=date(2026, 9, 1),
            tags=frozenset(tags),
        )
    mornings, nights, going_out = (outcome.id for outcome in runner.read(list_outcomes))
    for words, outcome_id, weekly in (
        ("Ada, three mornings a week", mornings, Money(203_00)),
        ("Sam, sleep-ins", nights, Money(120_00)),
        ("Payroll, insurance and pension", None, Money(24_60)),
        ("Taxis and choir fees", going_out, Money(27_00)),
        ("Kept for when somebody cannot come", None, Money(50_00)),
    ):
        runner.run(
            add_plan_line,
            words=words,
            outcome_id=outcome_id,
            stream_name="Direct payment",
            weekly=weekly,
            may_not="" if outcome_id else "Not for food, drink or household bills.",
            agreed_by="Priya Nair, Midshire County Council",
            agreed_on=date(2025, 8, 22),
        )


def tell_plan_in_words(runner: Runner) -> None:
    """Write the plan begun in September 2025, how one outcome has gone, and what Priya allowed."""
    written: tuple[tuple[Part, dict[str, str]], ...] = (
        (Part.HEADER, {"helped_by": "Rowena typed what I said.", "budget": "424.60", "review_on": "1 9 2026"}),
        (
            Part.ABOUT,
            {
                "name_liked": "Jean, never Mrs Pellow.",
                "history": "I taught music at Midshire School for 30 years.",
                "people": "Rowena, my daughter. Joan, my sister, who rings every evening.",
                "communication": "Give me time. Do not finish my words.",
                "good_day": "I have slept, and somebody laughed with me.",
                "bad_day": "Pain by noon, and a PA in a hurry.",
            },
        ),
        (
            Part.PAGE,
            {
                "place": "New PAs",
                "liked": "My laugh, and that I say what I think.",
                "important": "Choir. My sister. The window open at night.",
                "support": "Stand where I can see you. Say what you do before you do it.",
                "readers": "PAs and the ward. Not the agency.",
            },
        ),
        (
            Part.IMPORTANT,
            {"to_me": "Choir; my sister; my own front door.", "for_me": "No falls; tablets on time; warm hands."},
        ),
        (Part.DECISIONS, {"mine": "Who comes into my home.", "others": "Rowena, for the bank and the council."}),
        (Part.RISK, {"risk": "I fall on the way to the bus.", "reduced": "My stick, and a text when I arrive."}),
        (Part.CONTINGENCY, {"first": "I ring Ada, then Rowena.", "ring": "The council, if nobody is found by noon."}),
        (Part.ACTION, {"what": "Ask the choir about the ramp", "who": "Rowena", "by": "30 6 2026"}),
    )
    for part, answers in written:
        versions = runner.read(list_versions)
        version_id = versions[-1].id if versions else None
        runner.run(keep_entry, version_id=version_id, part=part, answers=answers, today=date(2025, 9, 1))
    going_out = runner.read(list_outcomes)[-1].id
    for day, stars, note in (
        (date(2025, 12, 1), 2, "The lift at the hall was broken."),
        (date(2026, 4, 1), 4, "Choir, 7 weeks in 8."),
    ):
        runner.run(rate_outcome, outcome_id=going_out, day=day, stars=stars, note=note)
    runner.run(
        add_advice,
        said_by="Priya Nair, Midshire County Council",
        words="You may pay the choir's fees and the taxi there.",
        on=date(2025, 9, 12),
        how=How.EMAIL,
        about=About.SPENDING,
        about_name="taxis and choir fees",
        is_consent=True,
    )
