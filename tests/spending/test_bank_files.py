"""Bank files beyond the samples: every way of writing that is known, and every slip that is caught."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.spending.model.bankfiles import kinds
from pa_manager.spending.model.bankfiles.amounts import LIMIT, NotAnAmount, is_variant, pence_of
from pa_manager.spending.model.bankfiles.dates import looks_like_a_day, read_days
from pa_manager.spending.model.bankfiles.findings import WarningCode
from pa_manager.spending.model.bankfiles.parties import (
    nationwide_party,
    natwest_party,
    padded_party,
    party_in,
    payee_key,
    santander_party,
)
from pa_manager.spending.model.bankfiles.reading import read_bank_file
from pa_manager.spending.model.bankfiles.repairs import joined_thousands
from pa_manager.values.days import Period
from pa_manager.values.money import Money

TODAY = date(2026, 11, 1)
HEAD = "Date,Description,Amount,Balance\n"


def _read(text, **more):
    return read_bank_file(text if isinstance(text, bytes) else text.encode(), **{"today": TODAY, **more})


def _labels(file):
    return [finding.label for finding in file.findings]


def _amounts(file):
    return [row.amount.pence for row in file.rows]


# Amounts


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("1204.50", 120450),
        ("-£1,204.50", -120450),
        ("£-1,204.5", -120450),
        ("(1,204.50)", -120450),
        ("1204.50-", -120450),
        ("1,204.50 DR", -120450),
        ("1,204.50 cr", 120450),
        ("+12", 1200),
        ("\u221212.00", -1200),
        ("\u201312.00", -1200),
        ("GBP -12.00", -1200),
        ("\u00a012.00\u00a0GBP", 1200),
    ],
)
def test_amounts_as_banks_write_them(text, pence):
    assert pence_of(text) == pence


@pytest.mark.parametrize(
    "text", ["", "NaN", "1E+05", "12.345", "1,23", "14.86.40", "(12.00", "-12.00-", "-12.00 CR", "£", "12 34"]
)
def test_what_is_no_amount_is_never_guessed_at(text):
    with pytest.raises(NotAnAmount) as told:
        pence_of(text)
    assert told.value.code is WarningCode.AMOUNT_INVALID


@pytest.mark.parametrize("text", ["1000000.01", "99999999999.99", "-£1,000,000.01"])
def test_amounts_beyond_a_million_are_not_believed(text):
    with pytest.raises(NotAnAmount) as told:
        pence_of(text)
    assert told.value.code is WarningCode.AMOUNT_OUT_OF_RANGE


@given(st.integers(-LIMIT, LIMIT))
def test_every_amount_is_read_back_to_the_penny(pence):
    amount = Money(pence)
    assert pence_of(amount.plain()) == pence
    assert pence_of(str(amount)) == pence
    assert pence_of(f"({abs(amount)})") == -abs(pence)
    comma = amount.plain().replace(".", ",")
    assert pence_of(comma, comma=True) == pence


def test_a_sign_behind_or_in_brackets_is_a_variant():
    assert is_variant("(12.00)")
    assert is_variant("12.00 DR")
    assert not is_variant("-12.00")


# Days


def test_days_in_every_form():
    texts = ["4/5/26", "04.05.2026", "2026-05-04", "2026/05/04", "4 May 2026", "04-May-26", "4 September 2026"]
    days = read_days(texts).days
    assert {days[text] for text in texts[:6]} == {date(2026, 5, 4)}
    assert days["4 September 2026"] == date(2026, 9, 4)


def test_a_moment_is_of_the_day_it_was_in_london():
    days = read_days(["2026-06-30 23:30:00 +0000", "2026-06-30T23:30:00Z", "2026-06-30 23:30:00"]).days
    assert list(days.values()) == [date(2026, 7, 1), date(2026, 7, 1), date(2026, 6, 30)]


def test_a_day_that_is_none_is_answered_with_nothing():
    days = read_days(["31/02/2026", "2026-13-01", "4 Foo 2026", "soon"]).days
    assert set(days.values()) == {None}
    assert looks_like_a_day("31/02/2026")
    assert not looks_like_a_day("soon")


def test_the_month_first_is_asked_about_when_only_that_can_be():
    read = read_days(["04/13/2026", "04/01/2026"])
    assert read.days["04/01/2026"] == date(2026, 4, 1)
    (finding,) = read.findings
    assert finding.code is WarningCode.DATE_ORDER_MONTH_FIRST
    assert finding.sentence == (
        "The month seems to come before the day: 04/13/2026 is read as 13 April 2026. Is that right for the whole file?"
    )


def test_days_that_are_in_order_only_with_the_month_first_are_asked_about():
    read = read_days(["01/09/2026", "01/12/2026", "02/03/2026", "02/08/2026"])
    (finding,) = read.findings
    assert finding.code is WarningCode.DATE_AMBIGUOUS
    assert read.days["01/09/2026"] == date(2026, 1, 9)


def test_days_that_can_be_read_both_ways_are_read_day_first():
    read = read_days(["01/04/2026", "02/04/2026"])
    assert (read.days["01/04/2026"], read.findings) == (date(2026, 4, 1), ())


# What a file is


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (b"", "FILE_EMPTY"),
        (b" \r\n ", "FILE_EMPTY"),
        (b"PK\x03\x04", "NOT_A_STATEMENT:zip"),
        (b"\xd0\xcf\x11\xe0", "NOT_A_STATEMENT:xls"),
        (b"\x89PNG", "NOT_A_STATEMENT:picture"),
        (b"\xff\xd8\xff\xe0", "NOT_A_STATEMENT:picture"),
        (b"a\x00b", "NOT_A_STATEMENT:binary"),
        (b"caf\x81", "NOT_A_STATEMENT:binary"),
        (b"<?xml version='1.0'?><other/>", "NOT_A_STATEMENT:xml"),
        (b"<?xml version='1.0'?><!DOCTYPE a><Document>camt.053</Document>", "XML_DTD"),
        (b":20:START\n:25:1234\n", "NOT_A_STATEMENT:mt940"),
        (b"Date,Description\n01/04/2026,A\n", "COLUMN_MISSING_AMOUNT"),
        (b"Date,Description,Balance\n01/04/2026,A,9.00\n", "COLUMN_MISSING_AMOUNT"),
        (b"Foo,Bar,Baz\n1,2,3\n", "LAYOUT_UNKNOWN"),
        (b"01/04/2026,A\n", "LAYOUT_UNKNOWN"),
        (b"Date,Counter Party,Amount (EUR)\n", "NOT_POUNDS"),
        (b"Date,What,Amount\n", "LAYOUT_UNKNOWN"),
    ],
)
def test_what_is_no_list_of_payments_is_refused_by_name(content, label):
    file = _read(content)
    assert (_labels(file), file.outcome, file.rows, file.period) == ([label], "reject", (), None)


def test_a_file_beyond_twenty_megabytes_is_refused(monkeypatch):
    monkeypatch.setattr(kinds, "LARGEST", 10)
    assert _labels(_read(HEAD)) == ["FILE_TOO_LARGE"]


@pytest.mark.parametrize(
    ("encoding", "labels"), [("utf-8-sig", ["BOM_STRIPPED"]), ("utf-16", ["ENCODING_UTF16"]), ("utf-8", [])]
)
def test_letters_of_every_kind_are_read(encoding, labels):
    file = _read(f"{HEAD}01/04/2026,SIÂN ŴYN,-1.00,9.00\n".encode(encoding))
    assert (_labels(file), file.rows[0].text) == (labels, "SIÂN ŴYN")


# Tables


def test_semicolons_tabs_and_decimal_commas():
    file = _read("Date;Description;Amount\n01/04/2026;A;-1.204,50\n02/04/2026;B;12,00\n")
    assert _labels(file) == ["DELIMITER_SEMICOLON", "DECIMAL_COMMA"]
    assert _amounts(file) == [-120450, 1200]
    assert _labels(_read("Date\tDescription\tAmount\n01/04/2026\tA\t1.00\n")) == ["DELIMITER_TAB"]


def test_a_quotation_mark_that_is_never_closed():
    text = HEAD + '01/04/2026,"A,-1.00,9.00\n02/04/2026,B,-1.00,8.00\n03/04/2026,C,-1.00,7.00\n'
    file = _read(text)
    assert _labels(file) == ["QUOTE_UNCLOSED"]
    assert [row.text for row in file.rows] == ["A", "B", "C"]


def test_a_file_that_ends_in_the_middle_of_a_row():
    rows = "".join(f"0{day}/04/2026,A,-1.00,{10 - day}.00\n" for day in range(1, 6))
    for cut in ("06/04/2026,A", "06/04/2026,A,-1.00"):
        file = _read(f"{HEAD}{rows}{cut}")
        assert "FILE_TRUNCATED" in _labels(file)
        assert file.outcome == "ask_user"


def test_a_line_at_the_foot_is_no_row_cut_short():
    text = HEAD + "01/04/2026,A,-1.00,9.00\n02/04/2026,A,-1.00,8.00\n\nArranged Overdraft Limit,£0.00\n"
    file = _read(text)
    assert (_labels(file), len(file.rows), file.out) == ([], 2, ())


def test_an_opening_row_without_an_amount_is_no_payment():
    text = "Date,Description,Money In,Money Out,Balance,Type\n"
    text += "2026-04-01,BALANCE BROUGHT FORWARD,,,10.00,\n2026-04-01,A,,1.00,9.00,\n2026-04-02,B,,,8.00,\n"
    file = _read(text)
    assert _amounts(file) == [-100]
    assert [(row.position, row.reason) for row in file.out] == [(3, WarningCode.AMOUNT_INVALID)]


def test_a_row_with_more_cells_than_can_be_put_together_is_left_out():
    file = _read(HEAD + "01/04/2026,A,-1.00,9.00\n02/04/2026,B,C,D,-1.00,8.00\n")
    assert [row.reason for row in file.out] == [WarningCode.RAGGED_ROWS]
    text = "Date,Details,Transaction Type,In,Out,Balance\n01/04/2026,A,B,X,1.00,,10.00\n"
    assert [row.reason for row in _read(text).out] == [WarningCode.RAGGED_ROWS]


def test_parted_thousands_are_put_together_in_one_way_only():
    assert joined_thousands(["d", "t", "1", "486.40", "3", "328.57"], 4, 2, 3, None) == [
        "d",
        "t",
        "1,486.40",
        "3,328.57",
    ]
    two_ways = ["d", "t", "1", "234", "567.00"]
    assert joined_thousands(two_ways, 4, 2, 3, None) is None
    assert joined_thousands(two_ways, 4, 2, 3, 567_00 - 1_234_00) == ["d", "t", "1,234", "567.00"]
    assert joined_thousands(["d", "t", "x", "1", "2"], 4, 2, 3, None) is None
    assert joined_thousands(["d", "1", "234", "x", "9.00"], 4, 2, 3, None) is None
    assert joined_thousands(["d", "t", "1", "486.40", "x"], 4, 2, None, None) == ["d", "t", "1,486.40", "x"]
    three = ["d", "t", "1", "234", "567", "800.00"]
    assert joined_thousands(three, 4, 2, 3, 567_800_00 - 1_234_00) == ["d", "t", "1,234", "567,800.00"]
    assert joined_thousands(["d", "t", "1", "486.40", "", "x"], 4, 2, None, None) is None


def test_two_columns_of_one_name_are_told_apart_by_the_balance_alone():
    head = "Date,Description,Amount,Amount,Balance\n"
    turned = _read(head + "01/04/2026,A,5.00,,15.00\n02/04/2026,B,,1.00,14.00\n")
    assert (turned.outcome, _amounts(turned)) == ("ask_user", [500, -100])
    assert "the second is money out" in turned.findings[0].sentence
    for rows in ("01/04/2026,A,5.00,,15.00\n02/04/2026,B,,1.00,99.00\n", "01/04/2026,A,,,15.00\n"):
        assert _read(head + rows).outcome == "reject"
    assert _read("Date,Description,Amount,Amount\n01/04/2026,A,5.00,\n").outcome == "reject"


@pytest.mark.parametrize(
    ("text", "layout", "amounts", "last4"),
    [
        (
            (
                '"Account Number:","****12345"\n\n"Date","Type","Merchant/Description","Debit/Credit","Balance"\n'
                '"02/04/2026","Visa","TAXI","-£9.40","+£90.60"\n"01/04/2026","BGC","COUNCIL","+£100.00","+£100.00"\n\n'
                '"Arranged Overdraft Limit","£0.00"\n'
            ),
            "midata",
            [10000, -940],
            "2345",
        ),
        (
            (
                "Date;Type;Merchant/Description;Debit/Credit;Balance;\n"
                "02/04/2026;DEB;TAXI;-£9.40;£90.60;\n01/04/2026;BGC;COUNCIL;+£100.00;£100.00;\n"
            ),
            "midata",
            [10000, -940],
            "",
        ),
        (
            (
                "Date,Details,Transaction Type,In,Out,Balance\n"
                "20 January 2026,TAXI,Card,,9.40,90.60\n19 January 2026,COUNCIL,Credit,100.00,,100.00\n"
            ),
            "metro",
            [10000, -940],
            "",
        ),
        (
            (
                "Date,Description,Type,Money In,Money Out,Balance\n"
                "2026-04-02,TAXI,PURCHASE,,9.40,90.60\n2026-04-01,COUNCIL,CREDIT,100.00,,100.00\n"
            ),
            "cooperative",
            [10000, -940],
            "",
        ),
        (
            (
                "Date,Transaction ID,Transaction description,Reference,From,To,Paid in,Paid out,Category name,"
                "Transaction type,Status,Initiated by\n"
                "01/04/2026,t1,TAXI,,,,0,9.40,,Card,Cleared,J\n02/04/2026,t2,TAXI,,,,0,1.00,,Card,Pending,J\n"
            ),
            "tide",
            [-940],
            "",
        ),
        (
            "Date,Type,Description,Amount,Balance\n02 Apr 2026,VIS,TAXI,-9.4,90.6\n01 Apr 2026,CR,COUNCIL,100,100\n",
            "hsbc_headed",
            [10000, -940],
            "",
        ),
        (
            "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)\n01/04/2026,Taxi,,CARD,-9.40,90.60\n",
            "starling",
            [-940],
            "",
        ),
    ],
)
def test_other_layouts_that_are_known(text, layout, amounts, last4):
    file = _read(text)
    assert (file.layout, _amounts(file), file.gap) == (layout, amounts, None)
    assert [mark.last4 for mark in file.accounts] == ([last4] if last4 else [])
    assert file.outcome in {"accept", "accept_with_warning"}


def test_several_accounts_in_one_file_are_named():
    head = "Date, Type, Description, Value, Balance, Account Name, Account Number\n"
    file = _read(
        head
        + '01/04/2026,BAC,"\'A",1.00,1.00,"\'X","\'600000-12345678",\n'
        + '01/04/2026,BAC,"\'B",1.00,9.00,"\'Y","\'600000-87654321",\n'
    )
    assert [mark.last4 for mark in file.accounts] == ["5678", "4321"]
    assert "SEVERAL_ACCOUNTS" in _labels(file)


# The running balance


def test_a_row_that_stands_twice_to_the_very_balance_is_doubted():
    row = "02/04/2026,TAXI,-9.40,{}\n"
    file = _read(HEAD + "01/04/2026,A,100.00,100.00\n" + row.format("90.60") * 2 + "03/04/2026,B,-0.60,90.00\n")
    assert _labels(file) == ["DUPLICATE_ROW_SAME_BALANCE"]
    assert [row.position for row in file.rows if row.doubt] == [3]
    assert (file.gap, file.opening, file.closing) == (None, Money(0), Money(9000))


def test_an_equal_row_that_the_balance_explains_is_real():
    file = _read(HEAD + "01/04/2026,TAXI,-9.40,90.60\n01/04/2026,REFUND,9.40,100.00\n01/04/2026,TAXI,-9.40,90.60\n")
    assert (_labels(file), len(file.rows)) == ([], 3)


def test_a_gap_that_no_double_explains_stays_a_gap():
    row = "02/04/2026,TAXI,-9.40,90.60\n"
    file = _read(HEAD + "01/04/2026,A,100.00,100.00\n" + row * 2 + "03/04/2026,B,-0.60,50.00\n")
    assert _labels(file) == ["BALANCE_GAP"]
    assert file.gap.after_line == 3
    plain = _read(HEAD + "01/04/2026,A,1.00,1.00\n02/04/2026,B,1.00,\n03/04/2026,C,1.00,9.00\n")
    assert plain.gap.difference == Money(600)


def test_rows_without_balances_are_put_in_the_order_of_their_days():
    head = "Date,Description,Amount\n"
    file = _read(head + "13/04/2026,A,1.00\n11/04/2026,B,1.00\n12/04/2026,C,1.00\n")
    assert [row.text for row in file.rows] == ["B", "C", "A"]
    assert _labels(file) == ["OUT_OF_ORDER"]
    assert (file.opening, file.closing) == (None, None)


@given(st.lists(st.integers(-50_000, 50_000).filter(bool), min_size=1, max_size=12), st.booleans())
def test_any_list_of_payments_is_read_to_the_penny_in_either_order(amounts, newest_first):
    balance, lines = 1_000_00, []
    for number, pence in enumerate(amounts):
        balance += pence
        lines.append(f"{1 + number:02d}/04/2026,A{number},{Money(pence).plain()},{Money(balance).plain()}\n")
    file = _read(HEAD + "".join(reversed(lines) if newest_first else lines))
    assert _amounts(file) == amounts
    assert (file.opening, file.closing, file.gap) == (Money(1_000_00), Money(balance), None)
    assert file.period == Period(date(2026, 4, 1), date(2026, 4, len(amounts)))


def test_without_a_day_for_today_a_hole_of_years_is_doubted():
    file = _read(HEAD.replace(",Balance", "") + "01/04/2026,A,1.00\n24/04/2062,B,1.00\n24/05/2062,C,1.00\n", today=None)
    assert [row.doubt for row in file.rows] == [None, WarningCode.DATE_FUTURE, WarningCode.DATE_FUTURE]
    assert file.findings[0].sentence == (
        "2 rows are dated in the future. Tick what is right, and go on without the rest?"
    )


# OFX, QIF, CAMT

OFX2 = (
    "<?xml version='1.0'?><?OFX OFXHEADER='200'?><OFX><CREDITCARDMSGSRSV1><CCSTMTRS><CURDEF>GBP</CURDEF>"
    "<CCACCTFROM><ACCTID>4444333322221111</ACCTID></CCACCTFROM><BANKTRANLIST>{}</BANKTRANLIST>"
    "<LEDGERBAL><BALAMT>{}</BALAMT></LEDGERBAL></CCSTMTRS></CREDITCARDMSGSRSV1></OFX>"
)
ENTRY = (
    "<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>{}</DTPOSTED><TRNAMT>{}</TRNAMT><FITID>{}</FITID>"
    "<NAME>{}</NAME></STMTTRN>"
)


def test_ofx_of_the_newer_form():
    text = OFX2.format(
        ENTRY.format("20260401120000[0:GMT]", "-9.40", "1", "Tom &amp; Co")
        + ENTRY.format("20260402", "-1,20", "2", "<![CDATA[A < B]]>"),
        "89.40",
    )
    file = _read(text)
    assert (file.layout, file.kind, _labels(file)) == ("ofx_2_xml", "ofx", [])
    assert [row.text for row in file.rows] == ["Tom & Co", "A < B"]
    assert (file.opening, file.closing) == (Money(10000), Money(8940))
    assert [(mark.sort_code, mark.last4) for mark in file.accounts] == [("", "1111")]


def test_ofx_rows_that_cannot_be_taken():
    text = OFX2.format(
        ENTRY.format("2026", "1.00", "1", "A")
        + ENTRY.format("20260401", "x", "2", "B")
        + ENTRY.format("20260401", "0.00", "3", "C"),
        "x",
    )
    file = _read(text)
    assert [row.reason for row in file.out] == ["DATE_INVALID", "AMOUNT_INVALID", "AMOUNT_ZERO"]
    assert (_labels(file), file.closing) == (["DATE_INVALID", "AMOUNT_INVALID", "NO_TRANSACTIONS"], None)


def test_ofx_that_is_cut_off_or_in_other_money():
    whole = OFX2.format(ENTRY.format("20260401", "-9.40", "1", "A"), "1.00")
    cut = _read(whole[: whole.index("<NAME>")])
    assert _labels(cut) == ["FILE_TRUNCATED", "NO_TRANSACTIONS"]
    assert _labels(_read(whole.replace("GBP", "EUR"))) == ["NOT_POUNDS"]
    assert _read(whole.replace("</LEDGERBAL>", "</LEDGERBAL></OTHER>")).closing == Money(100)
    assert _read(whole.replace("</CCACCTFROM>", "")).closing is None
    stray = _read(whole.replace("<BANKTRANLIST>", "<BANKTRANLIST></STMTTRN>"))
    assert len(stray.rows) == 1


def test_qif_is_read_in_one_order_of_day_and_month():
    file = _read("!Type:Bank\nD4/5'26\nT-1.00\nPA\nMB\n^\nD04/25/2026\nU2.00\nPC\n^\n")
    assert [(row.day, row.text) for row in file.rows] == [(date(2026, 4, 5), "A B"), (date(2026, 4, 25), "C")]
    assert _labels(file) == ["DATE_ORDER_MONTH_FIRST"]


def test_qif_rows_that_cannot_be_taken():
    file = _read(
        "!Type:Bank\nDsoon\nT1.00\nPA\n^\nD01/04/2026\nTx\n^\nD01/04/2026\nT0.00\n^\n\nPnothing\n^\nD02/04/2026"
    )
    assert [row.reason for row in file.out] == ["DATE_INVALID", "AMOUNT_INVALID", "AMOUNT_ZERO"]
    assert "FILE_TRUNCATED" in _labels(file)


CAMT = (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>{acct}'
    "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy='GBP'>{opening}</Amt><CdtDbtInd>DBIT</CdtDbtInd></Bal>"
    "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy='GBP'>5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>"
    "{entries}</Stmt></BkToCstmrStmt></Document>"
)
NTRY = (
    "<Ntry><Amt Ccy='{money}'>{amount}</Amt><CdtDbtInd>{way}</CdtDbtInd><Sts>{status}</Sts>"
    "{day}<NtryDtls><TxDtls>{details}</TxDtls></NtryDtls></Ntry>"
)
BOOKED = "<BookgDt><DtTm>2026-04-01T09:00:00</DtTm></BookgDt>"


def _camt(*entries, acct="", opening="5.00"):
    facts = {"money": "GBP", "amount": "10.00", "way": "CRDT", "status": "BOOK", "day": BOOKED, "details": ""}
    return CAMT.format(
        acct=acct, opening=opening, entries="".join(NTRY.format(**{**facts, **entry}) for entry in entries)
    )


def test_camt_with_its_balances_below_nil():
    details = "<RltdPties><Dbtr><Nm>MIDSHIRE</Nm></Dbtr></RltdPties><RmtInf><Ustrd>DP</Ustrd></RmtInf>"
    file = _read(_camt({"details": details}, acct="<Acct><Id><Othr><Id>12345678</Id></Othr></Id></Acct>"))
    assert [(row.day, row.text, row.party) for row in file.rows] == [(date(2026, 4, 1), "MIDSHIRE DP", "MIDSHIRE")]
    assert (file.opening, file.closing, _labels(file)) == (Money(-500), Money(500), [])
    assert [mark.digits for mark in file.accounts] == ["12345678"]


def test_camt_entries_that_cannot_be_taken():
    file = _read(
        _camt(
            {"status": "PDNG"},
            {"status": "<Cd>BOOK</Cd>", "day": ""},
            {"day": "<ValDt><Dt>2026-04-31</Dt></ValDt>"},
            {"amount": "0.00"},
            {"way": "DBIT", "details": "<RltdPties><Dbtr><Nm>X</Nm></Dbtr></RltdPties>"},
            acct="<Acct></Acct>",
        )
    )
    assert [row.reason for row in file.out] == ["PENDING", "DATE_INVALID", "DATE_INVALID", "AMOUNT_ZERO"]
    assert _amounts(file) == [-1000]
    assert "BALANCE_GAP" in _labels(file)
    assert "With these rows the balance would be -£15.00, but the file says £5.00." in file.findings[0].sentence


def test_camt_that_is_cut_off_or_in_other_money_or_without_balances():
    assert _labels(_read(_camt({})[:-5])) == ["FILE_TRUNCATED"]
    assert _labels(_read(_camt({"money": "EUR"}))) == ["NOT_POUNDS"]
    assert _read(_camt({}, opening="x")).opening == Money(-500)
    assert _read(_camt({}).replace("CLBD", "ITBD")).closing is None
    two = _camt({}).replace("</Stmt>", "</Stmt><Stmt></Stmt>").replace("<Sts>BOOK</Sts>", "")
    assert (_read(two).opening, len(_read(two).rows)) == (None, 1)


# Who was paid


def test_the_name_inside_what_a_bank_writes():
    assert party_in("A OKONKWO 300000000000000025 WAGES 208215 10 05JUN26 09:25") == "A OKONKWO"
    assert party_in("CITY CARS 4421 CD 1417") == "CITY CARS 4421"
    assert party_in("WAGES") == "WAGES"
    assert padded_party("NEST                IT000001234567    DDR") == "NEST"
    assert (
        santander_party("BILL PAYMENT VIA FASTER PAYMENT TO A OKONKWO REFERENCE WAGES , MANDATE NO 95") == "A OKONKWO"
    )
    assert santander_party("CASH 1234") == "CASH 1234"
    assert natwest_party("'1417 14APR26 C , PORTER CHEMIST 1182 , LEEDS GB") == "PORTER CHEMIST 1182"
    assert natwest_party("'A OKONKWO , WAGES") == "A OKONKWO"
    assert natwest_party("' ") == ""
    assert nationwide_party("Payment to A OKONKWO", "A OKONKWO WAGES") == "A OKONKWO"
    assert nationwide_party("Interest", "INTEREST 5555") == "INTEREST 5555"


def test_payees_are_the_same_whatever_the_till_says():
    assert payee_key("City Cars 4421") == payee_key("CITY CARS 1182") == "city cars"


def test_santander_blocks_and_a_page_without_a_list():
    text = (
        "From: 01/04/2026 to 30/04/2026\r\n\r\nDate: 01/04/2026\r\nDescription: A\r\nAmount: -1.00\r\nBalance: 9.00\r\n"
    )
    (row,) = _read(text).rows
    assert (row.line, row.amount, row.balance) == (3, Money(-100), Money(900))
    page = "<table><tr><th>Date</th><th>Balance</th></tr><td>stray</td></table><td>x</td>"
    assert _labels(_read(page)) == ["COLUMN_MISSING_AMOUNT"]
