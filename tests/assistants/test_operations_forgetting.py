"""Forgetting somebody who has left, and the documents filed with them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from PIL import Image

from pa_manager.assistants.model import (
    CheckDetails,
    CheckKind,
    DocumentDetails,
    DocumentId,
    DocumentKind,
    ForgottenAlready,
    NotADocument,
    NotSaidFor,
    PaperKind,
    PersonFile,
    Sort,
    StillHere,
)
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_check,
    change_assistant,
    change_document,
    count_mentions,
    delete_document,
    draft_paper,
    engage_assistant,
    file_document,
    find_assistant,
    find_person_file,
    find_private_details,
    forget_person,
    keep_person_file,
    keep_photo,
    keep_private_details,
    list_assistants,
    list_checks,
    list_documents,
    list_keepings,
    list_papers,
    make_paper,
    part_with_assistant,
    photo_of,
    read_document,
    suggest_keeping,
    things_to_do,
)
from pa_manager.demo import BANK_FILE
from pa_manager.file import contents
from pa_manager.file.database import open_engine
from pa_manager.file.journal import LockedForGood, lay_triggers
from pa_manager.file.migrations import migrate
from pa_manager.file.running import Runner
from pa_manager.file.work import NotFound, Work
from pa_manager.holder.model import About, How, SupporterRole
from pa_manager.holder.operations import add_advice, add_supporter, list_supporters
from pa_manager.spending.model.ledger import AccountKind
from pa_manager.spending.model.preview import Fate
from pa_manager.spending.operations import (
    add_transaction,
    import_file,
    list_accounts,
    list_transactions,
    open_account,
    preview_import,
)
from pa_manager.values.money import NIL, Money
from tests.assistants.test_model_files import SECRETS
from tests.assistants.test_operations import ADA, FIRST, TERMS
from tests.assistants.test_operations_recruitment import everything

LEFT = date(2026, 4, 30)
TODAY = date(2026, 6, 1)
LATER = date(2033, 1, 1)
UNUSUAL = "Adaezé Okonkwo-Quill"
PERSON = PersonFile(
    address="7 Foxglove Lane",
    emergency_name="Ikenna Quill",
    emergency_phone="07700 900 222",
    payroll_number="PQ-77",
    language="Igbo",
)
SCAN = b"%PDF Adaez\xc3\xa9 Okonkwo-Quill her passport"
TRACES = (UNUSUAL, "Foxglove", "Ikenna", "900 222", "PQ-77", "Igbo", "900 318", "quill@", "Likes tea", "passport")


def _told(runner):
    """Tell of somebody who came, was written about in many places, and left."""
    ada = replace(ADA, name=UNUSUAL, phone="07700 900 318", email="quill@example.org")
    runner.run(engage_assistant, particulars=replace(ada, phone="07700 900 999"), terms=TERMS)
    runner.run(change_assistant, assistant_id=FIRST, particulars=ada)
    runner.run(keep_person_file, assistant_id=FIRST, person=replace(PERSON, language="Igbo, English"))
    runner.run(keep_person_file, assistant_id=FIRST, person=PERSON)
    runner.run(keep_private_details, assistant_id=FIRST, private=SECRETS)
    for kind in (CheckKind.RIGHT_TO_WORK, CheckKind.DBS):
        details = CheckDetails(kind=kind, done_on=ada.started_on, evidence="passport seen")
        runner.run(add_check, assistant_id=FIRST, details=details)
    for words in ("Likes tea", "Likes tea and cake"):
        draft = runner.read(draft_paper, assistant_id=FIRST, kind=PaperKind.SUPERVISION, day=TODAY)
        texts = {item.key: item.text for item in draft.items} | {"well": words}
        runner.run(make_paper, assistant_id=FIRST, kind=PaperKind.SUPERVISION, texts=texts, made_on=TODAY)
    runner.undo()
    for name, keep_until in (("passport.pdf", date(2028, 4, 30)), ("card.txt", None)):
        details = DocumentDetails(
            kind=DocumentKind.RIGHT_TO_WORK, name=name, dated=ada.started_on, keep_until=keep_until
        )
        runner.run(file_document, assistant_id=FIRST, details=details, content=SCAN + name.encode())
    runner.run(
        add_advice,
        said_by="Asha Verma",
        words=f"{UNUSUAL.upper()} may do nights",
        on=TODAY,
        how=How.PHONE,
        about=About.SPENDING,
    )
    runner.run(part_with_assistant, assistant_id=FIRST, left_on=LEFT)


@pytest.fixture
def gone(runner):
    _told(runner)
    return runner


def test_what_must_be_kept_is_said_with_its_day_and_its_law(gone):
    found = {each.sort: each for each in gone.read(list_keepings, assistant_id=FIRST, today=TODAY)}
    days = {sort: each.until for sort, each in found.items()}
    last_pay = date(2026, 6, 24)  # the end of the 4 weeks in which they left, and a month more
    assert gone.read(find_assistant, FIRST).pay_period_of(LEFT).last == date(2026, 5, 24)
    assert days[Sort.RIGHT_TO_WORK] == date(2028, 4, 30)
    assert days[Sort.PAY] == days[Sort.FAMILY_PAY] == date(2030, 4, 5)
    assert days[Sort.HOURS] == date(2032, 7, 24)
    assert days[Sort.HOLIDAY] == days[Sort.PENSION] == last_pay.replace(year=2032)
    assert days[Sort.IDENTITY] == date(2032, 7, 24)
    assert days[Sort.DOCUMENTS] == date(2028, 4, 30)
    assert found[Sort.DETAILS].standing(TODAY) == "May go now"
    assert found[Sort.RIGHT_TO_WORK].standing(TODAY) == "Must be kept until 30 April 2028"
    assert found[Sort.HOURS].standing(TODAY) == "Figures stay. Must be kept until 24 July 2032"
    assert found[Sort.APPLICATION].standing(TODAY) == "Nothing there"
    assert all(
        "reg." in each.why or "art." in each.why for sort, each in found.items() if sort in {Sort.PAY, Sort.HOURS}
    )


def test_only_what_may_go_goes_and_the_rest_on_its_day(gone):
    assert gone.run(forget_person, assistant_id=FIRST, today=TODAY) == ASSISTANTS
    ada = gone.read(find_assistant, FIRST)
    assert (ada.name, ada.phone, ada.email, ada.left_on) == (UNUSUAL, "", "", LEFT)
    assert gone.read(find_person_file, FIRST) == PersonFile(payroll_number="PQ-77")
    assert gone.read(find_private_details, FIRST) == SECRETS
    assert [check.kind for check in gone.read(list_checks, FIRST)] == [CheckKind.RIGHT_TO_WORK]
    assert [each.name for each in gone.read(list_documents, FIRST)] == ["passport.pdf"]
    assert gone.read(list_papers, FIRST) == ()
    found = "\n".join(gone.read(everything))
    assert not [trace for trace in ("Foxglove", "Ikenna", "900 318", "Likes tea", "card.txt") if trace in found]
    due = [task for task in gone.read(things_to_do, today=date(2028, 5, 1)) if "No law asks" in task.text]
    assert [task.text for task in due] == [
        (
            f"No law asks any more that you keep this about {UNUSUAL}: right to work, and agreeing to long weeks."
            " Look whether it may go."
        )
    ]
    gone.run(forget_person, assistant_id=FIRST, today=LATER)
    assert [each.name for each in gone.read(list_assistants)] == ["A former PA"]


def test_nothing_of_who_was_forgotten_is_in_any_table(gone):
    assert gone.read(count_mentions, FIRST) == 1
    gone.run(forget_person, assistant_id=FIRST, today=LATER, wholly=True)
    found = "\n".join(gone.read(everything))
    secrets = (SECRETS.insurance_number, SECRETS.sort_code, SECRETS.account_number)
    assert not [trace for trace in (*TRACES, *secrets) if trace.casefold() in found.casefold()]
    assert "A former PA may do nights" in found
    (ada,) = gone.read(list_assistants)
    assert (ada.name, ada.started_on, ada.left_on, ada.terms) == ("A former PA", ADA.started_on, LEFT, (TERMS,))
    with pytest.raises(LockedForGood, match="Forget person"):
        gone.undo()
    with pytest.raises(ForgottenAlready):
        gone.run(forget_person, assistant_id=FIRST, today=LATER)
    assert not [task for task in gone.read(things_to_do, today=LATER) if "former" in task.text]


def test_nothing_of_who_was_forgotten_is_between_the_rows_either(tmp_path):
    """What SQLite has freed stays in the file unless it is overwritten: the file is read byte by byte."""
    path = tmp_path / "plain.db"
    engine = open_engine(path)
    migrate(engine)
    with engine.begin() as database:
        lay_triggers(database)
    runner = Runner(lambda: Work(engine), lambda: datetime(2026, 6, 1, 9, tzinfo=UTC))
    _told(runner)
    assert UNUSUAL.encode() in path.read_bytes()
    runner.run(forget_person, assistant_id=FIRST, today=LATER, wholly=True)
    engine.dispose()
    found = path.read_bytes()
    assert not [trace for trace in TRACES if trace.encode() in found]


def test_photos_go_also_those_before(gone):
    for colour in ("red", "green"):
        picture = BytesIO()
        Image.new("RGB", (8, 8), colour).save(picture, "PNG")
        gone.run(keep_photo, assistant_id=FIRST, content=picture.getvalue())
    before = len(gone.read(contents.every))
    gone.run(forget_person, assistant_id=FIRST, today=TODAY)
    assert gone.read(photo_of, assistant_id=FIRST) is None
    assert len(gone.read(contents.every)) == before - 5, "2 photos, 2 papers, 1 of 2 documents"


def test_somebody_else_of_the_same_name_keeps_it(gone):
    gone.run(engage_assistant, particulars=replace(ADA, name=UNUSUAL))
    gone.run(forget_person, assistant_id=FIRST, today=LATER, wholly=True)
    assert sorted(each.name for each in gone.read(list_assistants)) == ["A former PA", UNUSUAL]


def test_a_supporter_of_the_same_name_is_not_renamed(gone):
    gone.run(add_supporter, name=UNUSUAL.upper(), role=SupporterRole.FAMILY)
    assert gone.read(count_mentions, FIRST) == 0
    gone.run(forget_person, assistant_id=FIRST, today=LATER, wholly=True)
    assert [each.name for each in gone.read(list_supporters)] == [UNUSUAL.upper()]
    assert [each.name for each in gone.read(list_assistants)] == ["A former PA"]


def test_bank_lines_keep_the_banks_words_so_that_a_later_file_knows_them_again(gone):
    told = BANK_FILE.read_bytes().replace(b"A OKONKWO", b"A QUILL")
    gone.run(change_assistant, assistant_id=FIRST, particulars=replace(ADA, name="A Quill"))
    gone.run(part_with_assistant, assistant_id=FIRST, left_on=LEFT)
    gone.run(open_account, name="Bank", kind=AccountKind.BANK, opened_on=date(2026, 4, 1), opening=NIL)
    (account,) = gone.read(list_accounts)
    head, *lines = told.splitlines(keepends=True)
    gone.run(import_file, account_id=account.id, name="a.csv", content=head + b"".join(lines[1:]))
    gone.run(add_transaction, account_id=account.id, day=LEFT, amount=Money(-5_00), party="A Quill", text="lent")
    wages = sum("A QUILL" in line.text for line in gone.read(list_transactions))
    gone.run(forget_person, assistant_id=FIRST, today=LATER, wholly=True)
    after = gone.read(list_transactions)
    assert sum("A QUILL" in line.text for line in after) == wages > 2
    assert [line.party for line in after if line.batch_id is None] == ["A former PA"]
    preview = gone.read(preview_import, account_id=account.id, name="b.csv", content=told)
    assert [row.fate for row in preview.rows if row.fate is not Fate.KNOWN] == [Fate.NEW]


def test_what_must_be_kept_goes_only_on_purpose(gone):
    with pytest.raises(NotSaidFor, match="must be kept still"):
        gone.run(forget_person, assistant_id=FIRST, today=TODAY, wholly=True)
    gone.run(forget_person, assistant_id=FIRST, today=TODAY, wholly=True, although_kept=True)
    assert gone.read(find_assistant, FIRST).name == "A former PA"


def test_who_works_here_is_not_forgotten(gone):
    gone.run(part_with_assistant, assistant_id=FIRST, left_on=None)
    with pytest.raises(StillHere, match="still works for you"):
        gone.run(forget_person, assistant_id=FIRST, today=TODAY)


# Documents


def test_a_document_comes_out_as_it_was_filed(gone):
    document = gone.read(list_documents, FIRST)[-1]
    assert gone.read(read_document, document.id) == SCAN + b"passport.pdf"
    gone.run(change_document, document_id=document.id, details=replace(document, name=" Her  passport "))
    assert {each.name for each in gone.read(list_documents, FIRST)} == {"Her passport", "card.txt"}
    details = DocumentDetails(kind=DocumentKind.OTHER, name="empty", dated=TODAY)
    with pytest.raises(NotADocument, match="is empty"):
        gone.run(file_document, assistant_id=FIRST, details=details, content=b"")


def test_a_document_is_deleted_by_nobody_but_a_person(gone):
    late = date(2028, 5, 1)
    (task,) = (task for task in gone.read(things_to_do, today=late) if "passport.pdf" in task.text)
    assert task.place.name == "assistants/documents"
    document = gone.read(list_documents, FIRST)[-1]
    gone.run(delete_document, document_id=document.id)
    assert "passport.pdf" not in "\n".join(gone.read(everything))
    with pytest.raises(LockedForGood, match="Delete document"):
        gone.undo()
    with pytest.raises(NotFound, match="document is no longer"):
        gone.read(read_document, DocumentId(9))


def test_bytes_that_two_have_stay_while_one_has_them(gone):
    gone.run(engage_assistant, particulars=ADA)
    other = gone.read(list_assistants)[0].id
    details = DocumentDetails(kind=DocumentKind.OTHER, name="same", dated=TODAY)
    gone.run(file_document, assistant_id=other, details=details, content=SCAN + b"card.txt")
    first = next(each for each in gone.read(list_documents, FIRST) if each.name == "card.txt")
    gone.run(delete_document, document_id=first.id)
    (kept,) = gone.read(list_documents, other)
    assert gone.read(read_document, kept.id) == SCAN + b"card.txt"


@pytest.mark.parametrize(
    ("kind", "until"),
    [
        (DocumentKind.CONTRACT, date(2032, 4, 30)),
        (DocumentKind.RIGHT_TO_WORK, date(2028, 4, 30)),
        (DocumentKind.DBS, date(2026, 7, 20)),
        (DocumentKind.REFERENCE, date(2026, 7, 20)),
        (DocumentKind.TRAINING, date(2029, 4, 30)),
        (DocumentKind.PAY, date(2029, 4, 5)),
        (DocumentKind.HOURS, date(2032, 2, 20)),
        (DocumentKind.HOLIDAY, date(2032, 1, 20)),
        (DocumentKind.SICKNESS, date(2029, 4, 5)),
        (DocumentKind.FAMILY_PAY, date(2029, 4, 5)),
        (DocumentKind.PENSION, date(2032, 1, 20)),
        (DocumentKind.ACCIDENT, date(2029, 1, 20)),
        (DocumentKind.LETTER, date(2032, 4, 30)),
        (DocumentKind.OTHER, None),
    ],
)
def test_how_long_is_suggested_for_each_kind_with_its_reason(gone, kind, until):
    usual = gone.read(suggest_keeping, assistant_id=FIRST, kind=kind, dated=date(2026, 1, 20))
    assert usual.until == until
    assert usual.why.endswith(".")
