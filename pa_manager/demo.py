"""The example household, told by running operations. What cannot be told so is an operation we lack.

Jean Pellow has a direct payment from Midshire and, from June 2026, money from the NHS. Her daughter Rowena
holds the money. Ada comes on three mornings a week, Sam sleeps in. Everybody in it is invented.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from pa_manager.assistants.model import (
    Assistant,
    AssistantId,
    AvailabilityDetails,
    CheckDetails,
    CheckKind,
    Particulars,
    PayFrequency,
    Rate,
    ShiftKind,
    Terms,
    Willing,
    weekdays_from_text,
)
from pa_manager.assistants.operations import add_availability, add_check, engage_assistant, list_assistants
from pa_manager.cover.model import Answer, Call, ContactDetails, Tier
from pa_manager.cover.operations import add_contact, note_call, open_event
from pa_manager.file.running import Runner
from pa_manager.funding.model import FunderKind, Schedule, StreamId
from pa_manager.funding.operations import add_stream, list_streams
from pa_manager.holder.model import About, How, Nation, SupporterRole
from pa_manager.holder.operations import add_advice, add_supporter, keep_holder
from pa_manager.outlook.model import Per, Spent
from pa_manager.outlook.operations import begin_budget, look_ahead, set_expense, try_what_if
from pa_manager.pay.model import PayslipFigures
from pa_manager.pay.operations import record_payslip
from pa_manager.plan.model import CareAct, OutcomeId, Part
from pa_manager.plan.operations import (
    add_outcome,
    add_plan_line,
    keep_entry,
    list_outcomes,
    list_versions,
    rate_outcome,
)
from pa_manager.returns.operations import draft_return
from pa_manager.rota.model import AbsenceKind, Away, ShiftId, ShiftPlan, ToldBy
from pa_manager.rota.operations import (
    copy_week,
    list_shifts,
    note_told,
    plan_shift,
    publish,
    record_absence,
    remove_shift,
)
from pa_manager.spending.model.ledger import AccountKind, EvidenceKind
from pa_manager.spending.operations import (
    accept_suggestions,
    balance_on,
    import_file,
    keep_evidence,
    list_accounts,
    list_transactions,
    match_payslip,
    open_account,
    payslip_matches,
    reconcile_statement,
    split_transaction,
)
from pa_manager.timesheets.model import Worked
from pa_manager.timesheets.operations import (
    agree_timesheet,
    change_line,
    make_timesheet,
    send_timesheet,
    timesheets_in,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period, week_of
from pa_manager.values.money import NIL, Money

TODAY: Final = date(2026, 6, 10)
"""The day on which the example lives, so that what is due and late in it is always the same."""
PAPERS: Final = Path(__file__).parents[1] / "resources" / "example"
BANK_FILE: Final = PAPERS / "lloyds.csv"
OPENING: Final = Money(1842_17)
RETURN: Final = Period(date(2026, 4, 1), date(2026, 6, 8))

_ROTA_BEGINS: Final = date(2026, 3, 9)
_PERIODS: Final = (date(2026, 3, 9), date(2026, 4, 6), date(2026, 5, 4))
_BEFORE: Final = _PERIODS[0] - timedelta(days=28)
_SPRING: Final = Period(_ROTA_BEGINS, TODAY)
_WEEK: Final = timedelta(days=7)


def tell(runner: Runner) -> None:
    """Tell of Jean's spring 2026, up to 10 June."""
    _people_and_plan(runner)
    _plan_in_words(runner)
    council, _nhs = _money_agreed(runner)
    ada, sam = _assistants(runner)
    _rota(runner, ada.id, sam.id, council)
    _cover(runner, ada, sam)
    _timesheets(runner, ada.id, sam.id)
    _payslips(runner, ada.id, sam.id)
    _spending(runner)
    runner.run(draft_return, period=RETURN)
    _budget(runner)


def _people_and_plan(runner: Runner) -> None:
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


def _plan_in_words(runner: Runner) -> None:
    """Write the plan that was agreed in September 2025, how one outcome has gone, and what Priya allowed."""
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


def _money_agreed(runner: Runner) -> tuple[StreamId, StreamId]:
    runner.run(
        add_stream,
        funder="Midshire County Council",
        kind=FunderKind.COUNCIL,
        name="Direct payment",
        reference="DP 0048213",
        schedule=Schedule.FOUR_WEEKLY,
        in_advance=True,
        first_payment_on=date(2026, 4, 1),
        first=date(2026, 4, 1),
        keep_weeks=8,
        weekly=Money(424_60),
        contribution=Money(53_00),
    )
    runner.run(
        add_stream,
        funder="NHS Midshire",
        kind=FunderKind.NHS,
        name="Personal health budget",
        reference="PHB 771",
        schedule=Schedule.FOUR_WEEKLY,
        in_advance=True,
        first_payment_on=date(2026, 6, 3),
        first=date(2026, 6, 3),
        weekly=Money(60_00),
    )
    council, nhs = (stream.id for stream in runner.read(list_streams))
    return council, nhs


def _assistants(runner: Runner) -> tuple[Assistant, Assistant]:
    for particulars, from_day, weekly_minutes, rates in (
        (
            Particulars(
                name="Ada Okonkwo",
                known_as="Ada",
                started_on=date(2025, 9, 8),
                periods_from=_PERIODS[0],
                frequency=PayFrequency.FOUR_WEEKLY,
                born_on=date(1988, 11, 30),
                phone="07700 900 317",
                email="ada.okonkwo@example.org",
            ),
            date(2025, 9, 8),
            765,
            (Rate(kind=ShiftKind.DAY, per_hour=Money(14_00)),),
        ),
        (
            Particulars(
                name="Sam Tremaine",
                known_as="Sam",
                started_on=date(2025, 10, 6),
                periods_from=_PERIODS[0],
                frequency=PayFrequency.FOUR_WEEKLY,
                born_on=date(1997, 5, 19),
                phone="07700 900 655",
                email="sam.tremaine@example.org",
            ),
            date(2025, 10, 6),
            None,
            (
                Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)),
                Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(60_00), per_hour=Money(13_20)),
            ),
        ),
    ):
        terms = Terms(from_day=from_day, weekly_minutes=weekly_minutes, rates=rates)
        runner.run(engage_assistant, particulars=particulars, terms=terms)
    ada, sam = runner.read(list_assistants)
    _files_of(runner, ada.id, sam.id)
    return ada, sam


def _files_of(runner: Runner, ada: AssistantId, sam: AssistantId) -> None:
    """Note what was checked and learned, and when each can work."""
    insured = CheckDetails(
        kind=CheckKind.EMPLOYERS_LIABILITY,
        done_on=date(2025, 9, 8),
        ends_on=date(2026, 9, 7),
        evidence="Policy PA 55120; the certificate is in the blue folder.",
    )
    seen = CheckDetails(kind=CheckKind.RIGHT_TO_WORK, done_on=date(2025, 9, 3), evidence="Passport; copy kept.")
    hoist = CheckDetails(
        kind=CheckKind.TRAINING, words="Moving and handling", done_on=date(2025, 10, 2), ends_on=date(2026, 10, 1)
    )
    for assistant_id, details in (
        (ada, insured),
        (ada, seen),
        (sam, seen),
        (ada, hoist),
        (ada, CheckDetails(kind=CheckKind.SKILL, words="Using the hoist", done_on=date(2025, 10, 6))),
        (sam, CheckDetails(kind=CheckKind.SKILL, words="Giving medicines", done_on=date(2025, 10, 20))),
    ):
        runner.run(add_check, assistant_id=assistant_id, details=details)
    for assistant_id, willing, days, hours, note in (
        (ada, Willing.CANNOT, "Tue and Thu", "9am-5pm", "college"),
        (ada, Willing.RATHER_NOT, "Sunday", "", ""),
        (sam, Willing.WOULD_LIKE, "Fri to Sun", "10pm-7am", ""),
    ):
        runner.run(
            add_availability,
            assistant_id=assistant_id,
            details=AvailabilityDetails(
                willing=willing,
                weekdays=weekdays_from_text(days),
                span=span_from_text(hours) if hours else None,
                first=date(2026, 1, 5),
                note=note,
            ),
        )


def _rota(runner: Runner, ada: AssistantId, sam: AssistantId, council: StreamId) -> None:
    """Plan one week, and copy it on: mornings on Monday, Wednesday and Friday, nights on Tuesday and Saturday."""
    mornings, nights, _going_out = (outcome.id for outcome in runner.read(list_outcomes))
    morning, night = span_from_text("9am-1.15pm"), span_from_text("10pm-7am")
    week: tuple[tuple[int, AssistantId, ShiftKind, OutcomeId], ...] = (
        (0, ada, ShiftKind.DAY, mornings),
        (1, sam, ShiftKind.SLEEP_IN, nights),
        (2, ada, ShiftKind.DAY, mornings),
        (4, ada, ShiftKind.DAY, mornings),
        (5, sam, ShiftKind.SLEEP_IN, nights),
    )
    for after, assistant_id, kind, outcome_id in week:
        plan = ShiftPlan(
            day=_ROTA_BEGINS + timedelta(days=after),
            span=morning if kind is ShiftKind.DAY else night,
            assistant_id=assistant_id,
            kind=kind,
            outcome_id=outcome_id,
            stream_id=council,
        )
        runner.run(plan_shift, plan=plan)
    for weeks in range(1, 18):
        runner.run(copy_week, week=week_of(_ROTA_BEGINS + weeks * _WEEK))
    for free in (date(2026, 3, 24), date(2026, 4, 21)):
        (shift,) = (line.shift for line in runner.read(list_shifts, days=Period(free, free)))
        runner.run(remove_shift, shift_id=shift.id)
    published_at = datetime(2026, 6, 5, 16, 30, tzinfo=UTC)
    runner.run(publish, days=Period(date(2026, 6, 8), date(2026, 7, 5)), at=published_at)
    runner.run(note_told, assistant_id=ada, how=ToldBy.MESSAGE, at=published_at + timedelta(hours=2))
    runner.run(
        record_absence,
        away=Away(assistant_id=ada, kind=AbsenceKind.HOLIDAY, days=Period(date(2026, 6, 15), date(2026, 6, 19))),
        leave_gaps=True,
    )


def _cover(runner: Runner, ada: Assistant, sam: Assistant) -> None:
    """Write the call list; in May Sam is off sick for two weeks, and an agency comes in for the nights."""
    for details in (
        ContactDetails(
            tier=Tier.OWN_PA,
            assistant_id=ada.id,
            will_do="Extra mornings, and evenings until 9. No nights.",
            agreed_on=date(2026, 1, 12),
            checked_on=date(2026, 4, 2),
        ),
        ContactDetails(
            tier=Tier.FAMILY,
            name="Rowena Pellow",
            phone="07700 900 482",
            will_do="Any night at short notice, but not two in a row.",
            agreed_on=date(2026, 1, 12),
            checked_on=date(2026, 4, 2),
        ),
        ContactDetails(
            tier=Tier.AGENCY,
            name="Brightway Homecare",
            phone="01632 960 870",
            will_do="Waking nights and mornings, two days' notice.",
            per_hour=Money(23_50),
            agreed_on=date(2025, 11, 3),
            checked_on=date(2026, 4, 2),
        ),
        ContactDetails(
            tier=Tier.COUNCIL,
            name="Midshire duty line",
            phone="01632 960 999",
            will_do="Steps in when nobody else can. Say that you have a direct payment.",
            agreed_on=date(2025, 9, 1),
            checked_on=date(2026, 4, 2),
        ),
    ):
        runner.run(add_contact, details=details)
    rang_at = datetime(2026, 5, 18, 7, 30, tzinfo=UTC)
    sick = Period(date(2026, 5, 18), date(2026, 5, 31))
    note = "Chest infection. Sam rang at 8.30 on Monday."
    away = Away(assistant_id=sam.id, kind=AbsenceKind.SICKNESS, days=sick, note=note)
    runner.run(open_event, away=away, at=rang_at)
    for line in runner.read(list_shifts, days=sick):
        if line.shift.is_gap:
            _find_cover(runner, line.shift.id, rang_at + timedelta(minutes=20))


def _find_cover(runner: Runner, shift_id: ShiftId, at: datetime) -> None:
    for call in (
        Call(contact="Rowena Pellow", answer=Answer.NO, note="Away with work until June."),
        Call(contact="Brightway Homecare", answer=Answer.YES, note="A waking night.", cost=Money(211_50)),
    ):
        runner.run(note_call, shift_id=shift_id, call=call, at=at)


def _spending(runner: Runner) -> None:
    """Bring in the bank's file, say what each line was for, match the wages, agree April, keep two papers.

    The last three weeks are left as they came, for whoever looks at the example to try.
    """
    runner.run(
        open_account,
        name="Direct payment account",
        kind=AccountKind.BANK,
        opened_on=RETURN.first,
        opening=OPENING,
        sort_code="30-00-00",
        number_last4="5678",
    )
    (account,) = runner.read(list_accounts)
    content = BANK_FILE.read_bytes()
    runner.run(import_file, account_id=account.id, name=BANK_FILE.name, content=content, today=TODAY)
    lines = runner.read(list_transactions)
    explained = [line.id for line in lines if line.day < date(2026, 5, 27)]
    runner.run(accept_suggestions, transaction_ids=explained)
    *_others, going_out = runner.read(list_outcomes)
    for taxi in (line for line in runner.read(list_transactions) if line.party.startswith("CITY CARS")):
        parts = [replace(part, outcome_id=going_out.id) for part in taxi.splits]
        runner.run(split_transaction, transaction_id=taxi.id, splits=parts)
    for match in runner.read(payslip_matches):
        if match.transaction_id in explained:
            runner.run(match_payslip, transaction_id=match.transaction_id, payslip_id=match.payslip_id)
    april = Period(RETURN.first, date(2026, 4, 30))
    closing = runner.read(balance_on, account_id=account.id, day=april.last)
    runner.run(reconcile_statement, account_id=account.id, period=april, opening=OPENING, closing=closing)
    for party, kind, name in (
        ("BRIGHTWAY", EvidenceKind.INVOICE, "invoice-20417.pdf"),
        ("PORTER", EvidenceKind.RECEIPT, "receipt-gloves.pdf"),
    ):
        paid = next(line for line in lines if line.party.startswith(party))
        runner.run(keep_evidence, kind=kind, name=name, content=(PAPERS / name).read_bytes(), transaction_ids=[paid.id])


def _budget(runner: Runner) -> None:
    """Set up what the money pays for, and try out a dearer hour from next April."""
    runner.run(begin_budget, today=TODAY)
    budget_id = runner.read(look_ahead, today=TODAY)[0].reckoning.budget.id
    for spent, amount, per in (
        (Spent.INSURANCE, Money(91_25), Per.YEAR),
        (Spent.PAYROLL, Money(26_00), Per.MONTH),
        (Spent.CONTINGENCY, Money(50_00), Per.WEEK),
        (Spent.OTHER, Money(27_00), Per.WEEK),
    ):
        runner.run(set_expense, budget_id=budget_id, spent=spent, amount=amount, per=per)
    runner.run(try_what_if, name="£1 more an hour from next April", day=date(2027, 4, 6), dearer=Money(1_00))


def _timesheets(runner: Runner, ada: AssistantId, sam: AssistantId) -> None:
    """Make them for three periods. In April Sam was awake for two hours in one night."""
    for day in _PERIODS:
        for assistant_id in (ada, sam):
            runner.run(make_timesheet, assistant_id=assistant_id, day=day)
    for timesheet in runner.read(timesheets_in, period=_SPRING):
        if timesheet.assistant_id == sam:
            for worked in timesheet.lines:
                awake = 120 if worked.day == date(2026, 4, 14) else 0
                runner.run(
                    change_line,
                    line_id=worked.id,
                    worked=Worked(
                        minutes=worked.worked.minutes,
                        span=worked.worked.span,
                        awake_minutes=awake,
                        note="Jean was unwell. I sat with her." if awake else "",
                    ),
                )
        if timesheet.period.first < _PERIODS[2] or timesheet.assistant_id == ada:
            last = timesheet.period.last
            runner.run(agree_timesheet, timesheet_id=timesheet.id, agreed_on=last)
            runner.run(send_timesheet, timesheet_id=timesheet.id, sent_on=last + timedelta(days=1))


def _payslips(runner: Runner, ada: AssistantId, sam: AssistantId) -> None:
    """Type in what the payroll sent: two payslips for each of four pay days, but Sam's for May has not come."""
    made = {(sheet.assistant_id, sheet.period.first): sheet for sheet in runner.read(timesheets_in, period=_SPRING)}
    for assistant_id, first, paid_on, gross, tax, pension, employer_pension in (
        (ada, _BEFORE, date(2026, 3, 13), 714_00, 80_77, 20_88, 12_53),
        (sam, _BEFORE, date(2026, 3, 13), 400_00, 15_67, 10_50, 3_90),
        (ada, _PERIODS[0], date(2026, 4, 10), 714_00, 80_77, 20_88, 12_53),
        (sam, _PERIODS[0], date(2026, 4, 10), 420_00, 20_35, 11_45, 4_30),
        (ada, _PERIODS[1], date(2026, 5, 8), 714_00, 80_77, 20_88, 12_53),
        (sam, _PERIODS[1], date(2026, 5, 8), 446_40, 22_00, 11_80, 4_50),
        (ada, _PERIODS[2], date(2026, 6, 5), 714_00, 80_77, 20_88, 12_53),
    ):
        timesheet = made.get((assistant_id, first))
        figures = PayslipFigures(
            assistant_id=assistant_id,
            timesheet_id=timesheet.id if timesheet else None,
            period=Period(first, first + 4 * _WEEK - timedelta(days=1)),
            paid_on=paid_on,
            gross=Money(gross),
            tax=Money(tax),
            employee_ni=NIL,
            employer_ni=NIL,
            employee_pension=Money(pension),
            employer_pension=Money(employer_pension),
            net=Money(gross - tax - pension),
        )
        runner.run(record_payslip, figures=figures)
