"""The sums of a return, its self-check, and how it is frozen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.funding.model import ReturnLine, StreamId
from pa_manager.returns.model import (
    ADJUSTED,
    CLOSING,
    DIFFERENCE,
    NEW_RETURN,
    OPENING,
    STATEMENT,
    TOTAL_IN,
    TOTAL_OUT,
    WAITING_IN,
    WAITING_OUT,
    AccountFigures,
    Adjustment,
    AdjustmentId,
    AlreadySent,
    CheckFacts,
    DaysReturnedBefore,
    Details,
    EvidenceLine,
    Expected,
    LastReturn,
    ListedReturn,
    Move,
    NotCheckedYet,
    OpeningChange,
    Owed,
    PayslipFacts,
    ReasonMissing,
    Records,
    Return,
    ReturnId,
    ReturnState,
    Section,
    Share,
    StreamFacts,
    Who,
    check,
    frozen,
    must_be_free,
    next_first_day,
    plain,
    summary,
    thawed,
    tidy_reason,
    work_out,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total
from pa_manager.values.tasks import Place

SPRING = Period(date(2026, 4, 1), date(2026, 6, 8))
COUNCIL, NHS = StreamId(1), StreamId(2)
BOTH = (
    StreamFacts(id=COUNCIL, name="Midshire County Council", weekly=Money(42460), keep_weeks=4),
    StreamFacts(id=NHS, name="Midshire NHS", weekly=Money(10000)),
)
JEAN = Who(holder="Jean Pellow", completed_by="Rowena Pellow")
L = ReturnLine


def move(amount, line=None, day=SPRING.first, stream_id=None, number=1, **more):
    return Move(
        transaction_id=number, day=day, who="Somebody", amount=Money(amount), line=line, stream_id=stream_id, **more
    )


def records(*moves, opening=0, **more):
    return Records(**{"who": JEAN, "period": SPRING, "openings": {None: Money(opening)}, "moves": moves, **more})


def bank(book, statement=None, *, out=0, come_in=0):
    return AccountFigures(
        name="Lloyds",
        kind="Bank account",
        has_statements=True,
        book=Money(book),
        statement=None if statement is None else Money(statement),
        statement_on=SPRING.last,
        waiting_out=Money(out),
        waiting_in=Money(come_in),
    )


# Any household: moves with lines or without, of two streams or of none


@st.composite
def households(draw):
    streams = BOTH[: draw(st.integers(0, 2))]
    of = st.sampled_from([None, *(stream.id for stream in streams)])
    moves = tuple(
        Move(
            transaction_id=number,
            day=SPRING.first + timedelta(days=draw(st.integers(0, SPRING.length - 1))),
            who=draw(st.sampled_from(["Ada Okonkwo", "Sam Tremaine", "Łukasz <& Sons>", ""])),
            amount=Money(draw(st.integers(-500_000, 500_000))),
            line=draw(st.sampled_from([None, *ReturnLine])),
            stream_id=draw(of),
            waiting=draw(st.booleans()),
            evidence=draw(st.sampled_from([(), ("12",), ("3", "4")])),
        )
        for number in range(draw(st.integers(0, 12)))
    )
    openings = draw(st.dictionaries(of, st.integers(-100_000, 500_000).map(Money), max_size=3))
    last = draw(st.none() | st.integers(-100_000, 500_000).map(lambda pence: LastReturn(closing=Money(pence))))
    return Records(
        who=JEAN,
        period=SPRING,
        stream_id=draw(of),
        streams=streams,
        openings=openings,
        moves=moves,
        last_return=last,
        expected=tuple(Expected(stream.id, L.CONTRIBUTION, Money(21200)) for stream in streams),
        owed=(Owed(words="wages of Ada Okonkwo", amount=Money(61235), due_on=SPRING.last),),
        details=Details(ring_fenced=Money(draw(st.integers(0, 50_000))), notes="Said."),
    )


@given(households())
def test_book_is_opening_and_in_less_out(household):
    figures = work_out(household)
    covered = [m for m in household.moves if household.covers(m.stream_id)]
    opening = total(amount for key, amount in household.openings.items() if household.covers(key))
    assert figures.closing == figures.start + figures.total_in - figures.total_out
    assert figures.start == opening, "what the last return closed with, and what changed since, is what the book says"
    assert figures.closing == opening + total(m.amount for m in covered)


@given(households())
def test_streams_sum_to_the_total(household):
    figures = work_out(replace(household, stream_id=None))
    assert total(stream.opening for stream in figures.streams) == figures.start
    assert total(stream.money_in for stream in figures.streams) == figures.total_in
    assert total(stream.money_out for stream in figures.streams) == figures.total_out
    assert total(stream.closing for stream in figures.streams) == figures.closing
    for stream in figures.streams:
        if stream.stream_id is not None:
            alone = work_out(replace(household, stream_id=stream.stream_id))
            assert alone.closing == stream.closing
            assert alone.others == figures.closing - stream.closing


@given(households())
def test_every_figure_is_the_sum_of_the_lines_behind_it(household):
    figures = work_out(household)
    for line in (*figures.money_in, *figures.money_out):
        behind = total(part.amount for part in figures.behind(line.figure))
        assert line.amount == (behind if line.is_in else -behind)
        assert line.count == len(figures.behind(line.figure))
        if line.shares:
            assert total(share.amount for share in line.shares) == line.amount
    assert figures.total_in == total(part.amount for part in figures.behind(TOTAL_IN))
    assert figures.total_out == -total(part.amount for part in figures.behind(TOTAL_OUT))
    for stream in figures.streams:
        assert stream.money_in - stream.money_out == total(part.amount for part in figures.behind(stream.figure))
    assert figures.came - figures.went == figures.total_in - figures.total_out
    assert figures.listing == figures.behind(CLOSING) == figures.behind(STATEMENT)
    waiting = {*figures.behind(WAITING_IN), *figures.behind(WAITING_OUT)}
    assert waiting == {part for part in figures.behind(DIFFERENCE) if part.amount != NIL}


@given(households())
def test_the_running_balance_ends_at_the_closing_balance(household):
    figures = work_out(household)
    before = figures.start
    for line in figures.listing:
        assert line.balance == before + line.amount
        before = line.balance
    assert before == figures.closing


@given(households())
def test_frozen_figures_come_back_as_they_were(household):
    figures = work_out(household)
    assert thawed(frozen(figures)) == figures


@given(households())
def test_nothing_is_left_over_below_nil(household):
    figures = work_out(household)
    spoken_for = figures.owed_in_all + figures.ring_fenced + figures.planned_saving + figures.reserve
    assert figures.surplus == max(NIL, figures.closing - spoken_for)


# Worked examples


def test_the_example_household_closes_at_2582_21():
    figures = work_out(
        records(
            move(148640, L.PAYMENT),
            move(21200, L.CONTRIBUTION),
            move(-95836),
            opening=184217,
            accounts=[bank(258221, 258221)],
        )
    )
    assert figures.closing == Money(258221)
    assert figures.difference == NIL


def test_only_lines_that_were_used_are_there_in_the_order_of_the_return():
    figures = work_out(records(move(-100, L.HMRC), move(-5), move(-200, L.WAGES), move(7), move(300, L.PAYMENT)))
    assert [line.words for line in figures.money_in] == ["Direct payment", "Not yet given a line"]
    assert [line.line for line in figures.money_out] == [L.WAGES, L.HMRC, None]


def test_wages_are_net_as_paid_for_each_pa_and_a_wage_that_came_back_lessens_them():
    ada, sam = {"who": "Ada Okonkwo"}, {"who": "Sam Tremaine"}
    moves = [
        replace(move(amount, L.WAGES), **who)
        for amount, who in ((-6120, ada), (6120, ada), (-61235, ada), (-38820, sam))
    ]
    (wages,) = work_out(records(*moves)).money_out
    assert wages.amount == Money(100055)
    assert wages.shares == (Share("Ada Okonkwo", Money(61235), 3), Share("Sam Tremaine", Money(38820), 1))


def test_what_was_expected_stands_beside_what_came():
    due = (Expected(COUNCIL, L.CONTRIBUTION, Money(21200)),) * 3
    household = records(
        move(42400, L.CONTRIBUTION), streams=BOTH, expected=(*due, Expected(NHS, L.PAYMENT, Money(5000)))
    )
    payment, contribution = work_out(household).money_in
    assert (payment.amount, payment.expected, payment.short, payment.count) == (NIL, Money(5000), Money(5000), 0)
    assert (contribution.expected, contribution.short) == (Money(63600), Money(21200))
    (alone,) = work_out(replace(household, stream_id=COUNCIL)).money_in
    assert alone == replace(contribution, shares=())


def test_money_that_was_given_no_stream_belongs_to_the_first():
    household = records(move(500, L.PAYMENT, stream_id=NHS), move(-100), opening=1000, streams=BOTH)
    council, nhs = work_out(household).streams
    assert (council.opening, council.money_out, council.closing) == (Money(1000), Money(100), Money(900))
    assert (nhs.opening, nhs.money_in, nhs.closing) == (NIL, Money(500), Money(500))


def test_a_stream_that_has_ended_and_holds_nothing_is_left_out():
    ended = replace(BOTH[1], runs=False)
    assert [s.name for s in work_out(records(streams=(BOTH[0], ended))).streams] == ["Midshire County Council"]
    held = records(streams=(BOTH[0], ended), openings={NHS: Money(5)})
    assert len(work_out(held).streams) == 2


def test_a_return_of_one_stream_bears_its_name_and_leaves_the_others_money_aside():
    household = records(
        move(500, L.PAYMENT, stream_id=NHS),
        opening=1000,
        streams=BOTH,
        accounts=(bank(1500, 1500),),
        owed=(Owed(words="wages", amount=Money(300)),),
    )
    nhs = work_out(replace(household, stream_id=NHS))
    assert (nhs.scope, nhs.closing, nhs.others, nhs.difference) == ("Midshire NHS", Money(500), Money(1000), NIL)
    assert nhs.owed == ()
    assert work_out(replace(household, stream_id=COUNCIL)).owed_in_all == Money(300)
    assert work_out(household).scope == "The whole account"


@pytest.mark.parametrize(
    ("account", "difference"),
    [
        (bank(1000, 1300, out=400, come_in=100), 0),
        (bank(1000, 1250, out=400, come_in=100), -50),
        (bank(1000), None),
    ],
)
def test_the_statement_less_what_waits_is_the_book(account, difference):
    figures = work_out(records(opening=1000, accounts=(account,)))
    assert figures.difference == (None if difference is None else Money(difference))
    assert account.difference == figures.difference


def test_cash_has_no_statement_and_differs_by_nothing():
    tin = AccountFigures(name="Tin", kind="Cash", has_statements=False, book=Money(50))
    figures = work_out(records(opening=1050, accounts=(bank(1000, 1000), tin)))
    assert (figures.cash, figures.statement, figures.difference, tin.difference) == (Money(50), Money(1000), NIL, NIL)


def test_a_line_says_its_category():
    lines = work_out(records(move(5), move(-5, L.CASH))).listing
    assert [line.category for line in lines] == ["Not yet given a line", "Cash, with receipts"]


def test_a_negative_closing_is_shown_negative():
    figures = work_out(records(move(-2500, L.WAGES), opening=1000, streams=BOTH[:1]))
    assert (figures.closing, figures.surplus) == (Money(-1500), NIL)
    assert figures.weeks_in_hand == "-0.1"
    assert "-£15.00" in [row.said for row in summary(figures)]


@pytest.mark.parametrize(
    ("opening", "weekly", "weeks"), [(258221, 42460, "6.0"), (42459, 42460, "0.9"), (-1, 42460, "-0.1"), (5, None, "")]
)
def test_weeks_in_hand(opening, weekly, weeks):
    stream = replace(BOTH[0], weekly=weekly and Money(weekly))
    assert work_out(records(opening=opening, streams=(stream,))).weeks_in_hand == weeks


def test_what_is_owed_kept_for_a_purpose_saved_and_reserved_is_no_surplus():
    figures = work_out(
        records(
            opening=500_000,
            streams=BOTH,
            owed=(Owed(words="HMRC", amount=Money(10_112)),),
            details=Details(ring_fenced=Money(5000), planned_saving=Money(20_000), saving_for="Hoist, plan line 4"),
        )
    )
    assert figures.reserve == Money(4 * 42460)
    assert figures.reserve_words == "4 weeks at £424.60"
    assert figures.surplus == Money(500_000 - 10_112 - 5000 - 20_000 - 4 * 42460)


def test_the_number_of_weeks_kept_can_be_said_on_the_return_itself():
    figures = work_out(records(streams=BOTH, details=Details(reserve_weeks=1)))
    assert figures.reserve_words == "1 week at £424.60, 1 week at £100.00"
    assert work_out(records(streams=BOTH, details=Details(reserve_weeks=0))).reserve == NIL


def test_the_opening_is_what_the_last_return_closed_with_and_an_adjustment_says_why_not():
    late = Adjustment(id=AdjustmentId(1), return_id=ReturnId(1), line=L.AGENCY, amount=Money(250), why="Invoice 20417.")
    figures = work_out(records(opening=1000, last_return=LastReturn(closing=Money(1250), adjustments=(late,))))
    assert figures.opening == Money(1250)
    assert figures.changes == (OpeningChange("Adjusted: Care agency or provider. Invoice 20417.", Money(-250)),)
    assert figures.closing == Money(1000)
    assert figures.behind(ADJUSTED) == figures.behind(OPENING) == ()


def test_what_no_adjustment_explains_is_said_to_be_unexplained():
    figures = work_out(records(opening=1000, last_return=LastReturn(closing=Money(900))))
    assert figures.changes == (OpeningChange("Changed since the last return was sent, not yet explained", Money(100)),)
    assert [f.text for f in check(figures, facts())] == [
        "The balance at the start is £1.00 away from the end of the last return.",
        "£10.00 is left over, and nothing says what it is for.",
    ]


def test_what_an_adjustment_explains_is_not_asked():
    late = Adjustment(id=AdjustmentId(1), return_id=ReturnId(1), line=L.AGENCY, amount=Money(250), why="Invoice 20417.")
    explained = LastReturn(closing=Money(1250), adjustments=(late,))
    assert found(in_order(last_return=explained)) == []


def test_an_adjustment_of_money_in_raises_the_balance():
    more = Adjustment(id=AdjustmentId(1), return_id=ReturnId(1), line=L.REFUND, amount=Money(250), why="Credit note.")
    assert more.effect == Money(250)


# The summary


def test_the_summary_says_every_section_in_order_with_a_total_each():
    figures = work_out(
        records(
            move(148640, L.PAYMENT, stream_id=COUNCIL),
            move(10000, L.PAYMENT, stream_id=NHS),
            move(-61235, L.WAGES, waiting=True),
            opening=184217,
            streams=BOTH,
            expected=(Expected(COUNCIL, L.PAYMENT, Money(148640)), Expected(NHS, L.PAYMENT, Money(9000))),
            accounts=(bank(281622, 342857, out=61235),),
            owed=(Owed(words="HMRC, tax month 2", amount=Money(10112), due_on=date(2026, 6, 22)),),
            details=Details(offered_back=Money(5000), ring_fenced=Money(1)),
        )
    )
    rows = summary(figures)
    assert [(row.section, row.words, row.said, row.under) for row in rows] == [
        (Section.START, "Balance at the start, 1 April 2026", "£1,842.17", ""),
        (
            Section.MONEY_IN,
            "Direct payment",
            "£1,586.40",
            "Midshire County Council £1,486.40\nMidshire NHS £100.00\nExpected £1,576.40, £10.00 over",
        ),
        (Section.MONEY_IN, "Total money in", "£1,586.40", ""),
        (Section.MONEY_OUT, "Wages, as paid to PAs", "£612.35", "Somebody £612.35"),
        (Section.MONEY_OUT, "Total money out", "£612.35", ""),
        (
            Section.BANK,
            "Balance at the end, 8 June 2026",
            "£2,816.22",
            "£1,842.17 at the start, £1,586.40 in, £612.35 out",
        ),
        (Section.BANK, "Balance on the bank statement, 8 June 2026", "£3,428.57", ""),
        (Section.BANK, "Less money out that the bank has not shown yet", "-£612.35", ""),
        (Section.BANK, "Difference", "£0.00", ""),
        (Section.PURPOSE, "Balance at the end", "£2,816.22", ""),
        (Section.PURPOSE, "Less HMRC, tax month 2", "-£101.12", "Due on 22 June 2026"),
        (Section.PURPOSE, "Less money kept for one purpose only", "-£0.01", ""),
        (Section.PURPOSE, "Less agreed reserve", "-£1,698.40", "4 weeks at £424.60"),
        (Section.PURPOSE, "Left over (surplus)", "£1,016.69", "The balance is 5.3 weeks' money"),
        (Section.PURPOSE, "Offered back to the funder", "£50.00", ""),
    ]
    assert {row.section for row in rows if row.is_total} == set(Section)


def test_the_summary_of_several_accounts_names_them_and_what_is_not_known():
    tin = AccountFigures(name="Tin", kind="Cash", has_statements=False, book=Money(50))
    unknown = replace(bank(900, come_in=30), statement_on=None)
    figures = work_out(
        records(
            move(5, L.PAYMENT, stream_id=NHS),
            opening=1050,
            streams=BOTH,
            stream_id=COUNCIL,
            accounts=(unknown, tin),
            last_return=LastReturn(closing=Money(1000)),
            owed=(Owed(words="an invoice", amount=Money(9)),),
            expected=(Expected(COUNCIL, L.CONTRIBUTION, NIL), Expected(COUNCIL, L.PAYMENT, Money(1))),
        )
    )
    said = {row.words: row.said for row in summary(figures)}
    assert said["Balance at the end of the last return"] == "£10.00"
    assert said["Changed since the last return was sent, not yet explained"] == "£0.50"
    assert said["Lloyds: balance on the bank statement, 8 June 2026"] == "No statement yet"
    assert said["Tin: balance"] == "£0.50"
    assert said["Plus money in that the bank has not shown yet"] == "£0.30"
    assert said["Less money of other funders in the account"] == "-£0.05"
    assert said["Difference"] == "Not known"
    under = {row.words: row.under for row in summary(figures)}
    assert under["Contribution paid in"] == "Expected £0.00, as agreed"
    assert under["Direct payment"] == "Expected £0.01, £0.01 short"
    assert under["Less an invoice"] == ""


# The self-check


def facts(**more):
    return CheckFacts(**{"today": date(2026, 6, 9), "return_number": 7, **more})


def in_order(**more):
    """Return figures that leave nothing to ask."""
    return work_out(
        records(
            **{
                "opening": 1000,
                "accounts": (bank(1000, 1000),),
                "details": Details(notes="Saved for the hoist.", due_on=date(2026, 7, 6)),
                **more,
            }
        )
    )


def found(figures, **more):
    return [finding.text for finding in check(figures, facts(**more))]


def test_a_return_in_order_leaves_nothing_to_ask():
    assert check(in_order(), facts(insured=True)) == ()


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({"opening": -5}, "The balance at the end is below nil: -£0.05."),
        ({"accounts": (bank(1000),)}, "No statement of Lloyds is known for 8 June 2026."),
        ({"accounts": (bank(1000, 990),)}, "Lloyds and its statement differ by £0.10."),
        (
            {"moves": (move(5),)},
            "1 payment has not been given a line of the return yet: £0.05 in all.",
        ),
        (
            {"moves": (move(5), move(-6))},
            "2 payments have not been given a line of the return yet: £0.11 in all.",
        ),
        (
            {"streams": BOTH, "expected": (Expected(COUNCIL, L.CONTRIBUTION, Money(21200)),)},
            "The contribution paid in is £212.00 less than was due: £0.00 came of £212.00.",
        ),
        (
            {"streams": BOTH, "expected": (Expected(COUNCIL, L.PAYMENT, Money(5)),), "moves": (move(7, L.PAYMENT),)},
            "The direct payment is £0.02 more than was due: £0.07 came of £0.05.",
        ),
        (
            {"streams": BOTH, "expected": (Expected(COUNCIL, L.ONE_OFF, Money(5)),)},
            "The one-off payment is £0.05 less than was due: £0.00 came of £0.05.",
        ),
        (
            {"moves": (replace(move(-50, L.CASH), who=" "),)},
            "The cash of 1 April 2026, £0.50, does not say who had it.",
        ),
        (
            {"moves": (move(-50, L.OTHER_OUT),)},
            "The £0.50 paid to Somebody on 1 April 2026 is under other money out.",
        ),
        ({"details": Details()}, "£10.00 is left over, and nothing says what it is for."),
        (
            {"owed": (Owed(words="wages", amount=Money(1001)),)},
            "The balance of £10.00 does not cover the £10.01 that is owed.",
        ),
        (
            {"details": Details(due_on=date(2026, 6, 8), notes="Late post.")},
            "The return was due on 8 June 2026.",
        ),
        ({"who": Who(holder="Jean Pellow")}, "The return does not say who has filled it in."),
    ],
)
def test_what_a_council_would_ask_is_found_in_the_figures(more, text):
    assert text in found(in_order(**more))


@pytest.mark.parametrize(
    "more",
    [
        {"moves": (move(-50, L.CASH), move(50, L.BANK_CHARGES), move(-5, L.OTHER_OUT, note="A key cut"))},
        {"details": Details(offered_back=Money(1000))},
        {"streams": BOTH[:1], "opening": 42460, "details": Details()},
        {"streams": BOTH, "expected": (Expected(COUNCIL, L.PAYMENT, Money(5)),), "moves": (move(5, L.PAYMENT),)},
    ],
)
def test_what_is_in_order_is_not_asked(more):
    assert found(in_order(accounts=(), **more)) == []


def slip(paid, net=61235, has_timesheet=True):
    return PayslipFacts(
        number=3,
        who="Ada Okonkwo",
        paid_on=date(2026, 4, 10),
        net=Money(net),
        paid=None if paid is None else Money(paid),
        has_timesheet=has_timesheet,
    )


A_LINE = work_out(records(move(-500, L.WAGES))).listing


@pytest.mark.parametrize(
    ("more", "text", "place"),
    [
        (
            {"payslips": (slip(61000),)},
            "Ada Okonkwo was paid £610.00, but the payslip of 10 April 2026 says £612.35.",
            Place("pay", 3, screen="payslips"),
        ),
        (
            {"payslips": (slip(61235, has_timesheet=False),)},
            "No timesheet stands behind the payslip of Ada Okonkwo.",
            Place("pay", 3, screen="payslips"),
        ),
        (
            {"wages_without_payslip": A_LINE},
            "No payslip is matched to the wage of Somebody: £5.00 in all.",
            Place("spending", 1),
        ),
        (
            {"wages_without_payslip": A_LINE * 2},
            "No payslip is matched to 2 wages: £10.00 in all.",
            Place("spending", 1),
        ),
        (
            {"late_wages": (Owed(words="wages of Ada Okonkwo", amount=Money(5), who="Ada Okonkwo"),)},
            "The bank does not show that the payslip of Ada Okonkwo was paid: £0.05 in all.",
            Place("spending"),
        ),
        (
            {"late_wages": (Owed(words="wages", amount=Money(5), who="Ada Okonkwo"),) * 2},
            "The bank does not show that 2 payslips were paid: £0.10 in all.",
            Place("spending"),
        ),
        (
            {"late": (Owed(words="HMRC for tax month 1", amount=Money(9644), due_on=date(2026, 5, 22)),)},
            "HMRC for tax month 1, due on 22 May 2026: £96.44 has not been paid.",
            Place("pay"),
        ),
        ({"late": (Owed(words="wages", amount=Money(1)),)}, "Wages: £0.01 has not been paid.", Place("pay")),
        (
            {"relatives_without_consent": ((4, "Tom Pellow"),)},
            "Tom Pellow is a relative and was paid, and no consent of the council is noted.",
            Place("assistants", 4),
        ),
        (
            {"insured": False},
            "No payment for employers' liability insurance is there for the last 12 months.",
            Place("spending"),
        ),
        (
            {"without_evidence": A_LINE},
            "1 payment has no receipt or invoice yet: £5.00 in all.",
            Place("spending", 1),
        ),
        (
            {"without_evidence": A_LINE * 2},
            "2 payments have no receipt or invoice yet: £10.00 in all.",
            Place("spending", 1),
        ),
        (
            {"gap_from": date(2026, 3, 1)},
            "No return covers 1 March 2026 to 31 March 2026.",
            Place("returns", 7, screen="statement"),
        ),
        (
            {"today": SPRING.last},
            "The period has not ended: its last day is 8 June 2026.",
            Place("returns", 7, screen="statement"),
        ),
    ],
)
def test_what_a_council_would_ask_is_found_in_the_papers(more, text, place):
    (finding,) = check(in_order(), facts(**more))
    assert (finding.text, finding.place) == (text, place)
    assert finding.way_out.endswith(".")


def test_a_payslip_paid_to_the_penny_or_not_yet_paid_is_not_asked():
    assert found(in_order(), payslips=(slip(61235), slip(None))) == []


# How far it has got


A_RETURN = Return(id=ReturnId(1), stream_id=None, period=SPRING)


def test_a_return_goes_from_draft_to_checked_to_sent():
    checked = A_RETURN.checked(date(2026, 6, 9))
    assert (checked.state, checked.checked_on) == (ReturnState.CHECKED, date(2026, 6, 9))
    sent = checked.sent(date(2026, 6, 10))
    assert (sent.state, sent.sent_on, sent.state.words) == (ReturnState.SENT, date(2026, 6, 10), "Sent")
    assert sent.called == "the return for 1 April to 8 June 2026"


def test_a_list_says_how_far_each_has_got_and_since_when():
    checked = A_RETURN.checked(date(2026, 6, 9))
    states = [ListedReturn(each, "All").state for each in (A_RETURN, checked, checked.sent(date(2026, 6, 10)))]
    assert states == ["Draft", "Checked on 9 June 2026", "Sent on 10 June 2026"]


def test_a_draft_cannot_be_sent_unchecked():
    with pytest.raises(NotCheckedYet, match=r"Check it first"):
        A_RETURN.sent(date(2026, 6, 10))


def test_what_is_changed_is_to_be_checked_again():
    checked = A_RETURN.checked(date(2026, 6, 9))
    for changed in (checked.with_details(Details(notes="New.")), checked.over(SPRING, COUNCIL)):
        assert (changed.state, changed.checked_on) == (ReturnState.DRAFT, None)


@pytest.mark.parametrize(
    "act",
    [
        lambda sent: sent.with_details(Details()),
        lambda sent: sent.over(SPRING, None),
        lambda sent: sent.checked(date(2026, 7, 1)),
        lambda sent: sent.sent(date(2026, 7, 1)),
    ],
)
def test_what_was_sent_stays_as_it_is(act):
    sent = A_RETURN.checked(date(2026, 6, 9)).sent(date(2026, 6, 10))
    with pytest.raises(AlreadySent, match=r"sent on 10 June 2026 and stays"):
        act(sent)
    with pytest.raises(AlreadySent, match=r"This return was sent and stays"):
        act(replace(sent, sent_on=None))


def test_no_two_returns_for_the_same_money_share_a_day():
    with pytest.raises(DaysReturnedBefore, match=r"from 9 June 2026 on"):
        must_be_free(replace(A_RETURN, id=NEW_RETURN), (A_RETURN,))
    must_be_free(A_RETURN, (A_RETURN,))
    must_be_free(replace(A_RETURN, id=NEW_RETURN, stream_id=NHS), (A_RETURN,))
    later = Period(date(2026, 6, 9), date(2026, 7, 1))
    must_be_free(replace(A_RETURN, id=NEW_RETURN, period=later), (A_RETURN,))


def test_the_next_return_begins_the_day_after_the_last():
    assert next_first_day((A_RETURN,)) == date(2026, 6, 9)
    assert next_first_day(()) is None


def test_an_adjustment_needs_a_reason():
    assert tidy_reason("  Invoice\n20417 ") == "Invoice 20417"
    with pytest.raises(ReasonMissing):
        tidy_reason("  ")


# Freezing


def test_what_a_later_version_adds_is_left_empty_in_older_returns():
    figures = work_out(
        records(move(-5, L.CASH, note="Window cleaner"), evidence=(EvidenceLine(what="Receipts", wanted=1, there=0),))
    )
    text = frozen(figures).replace('"note":"Window cleaner"', '"unknown":1')
    assert thawed(text).listing[0].note == ""


def test_only_plain_values_are_frozen():
    with pytest.raises(TypeError):
        plain(object())
