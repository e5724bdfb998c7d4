"""Letters about money that did not come as agreed, and the small accounts of one-off payments."""

from collections.abc import Mapping
from datetime import date

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding.model import MoneyInKind, in_short
from pa_manager.funding.operations import find_stream, list_one_offs, list_streams, payments_within
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.spending.model.expecting import ExpectedLine
from pa_manager.spending.model.letters import KeptLetter, Letter, LetterId, OneOffAccount, letter_about
from pa_manager.spending.operations.explaining import one_off_sums
from pa_manager.spending.operations.subject import SPENDING
from pa_manager.spending.store import letters as store
from pa_manager.values.days import Period, later_by_months
from pa_manager.values.money import NIL


def draft_letter(work: Work, *, line: ExpectedLine) -> Letter:
    """Return the letter about money that did not come as agreed, as the record fills it in.

    Raises:
        NothingToWrite: It came as agreed or is not late yet, or is the holder's own contribution.
        NotFound: There is no such stream.
    """
    expected = line.expected
    reference = find_stream(work, expected.stream_id).reference
    try:
        holder = find_holder(work)
        name, address, reference = holder.name, holder.address, reference or holder.reference
    except NoHolderYet:
        name, address = "", ""
    day = Period(expected.due_on, expected.due_on)
    payments = payments_within(work, period=day) if expected.what is MoneyInKind.PAYMENT else ()
    made_up = next((in_short(each) for each in payments if each.stream_id == expected.stream_id), "")
    return letter_about(line, made_up=made_up, reference=reference, name=name, address=address)


def make_letter(work: Work, *, draft: Letter, texts: Mapping[str, str], made_on: date, large: bool = False) -> Changes:
    """Make a letter of a draft with its words as they were changed, in large print if so wanted, and keep it.

    Raises:
        LetterEmpty: It goes to nobody, or says nothing.
    """
    from pa_manager.spending.report import letter_pdf  # noqa: PLC0415 -- ReportLab is imported when a paper is made

    letter = draft.edited(texts)
    content = letter_pdf(letter, made_on=made_on, large=large)
    store.add(work, to=letter.to.partition("\n")[0], subject=letter.subject, made_on=made_on, content=content)
    return SPENDING


def list_letters(work: Work) -> tuple[KeptLetter, ...]:
    """Return every letter that was made, the newest first."""
    return store.every(work)


def read_letter(work: Work, letter_id: LetterId) -> bytes:
    """Return a letter as it was made.

    Raises:
        NotFound: It is no longer there.
    """
    return store.read(work, letter_id)


def remove_letter(work: Work, *, letter_id: LetterId) -> Changes:
    """Throw a letter away. It can be undone.

    Raises:
        NotFound: It is no longer there.
    """
    store.remove(work, letter_id)
    return SPENDING


def one_off_accounts(work: Work, *, today: date) -> tuple[OneOffAccount, ...]:
    """Return the small account of every one-off payment up to a day."""
    names = {stream.id: stream.called for stream in list_streams(work)}
    sums = one_off_sums(work, to=today)
    long_ago = one_off_sums(work, to=later_by_months(today, -12))
    accounts = []
    for each in list_one_offs(work):
        came, spent = sums.get(each.id, (NIL, NIL))
        who = names[each.stream_id]
        accounts.append(
            OneOffAccount(
                id=each.id,
                purpose=each.purpose,
                who=who,
                agreed=each.amount,
                came=came,
                spent=spent,
                came_long_ago=long_ago.get(each.id, (NIL, NIL))[0],
            )
        )
    return tuple(accounts)
