"""What can be done with the holder and the supporters."""

from dataclasses import replace
from datetime import date
from typing import Final

from pa_manager.file import contents
from pa_manager.file.contents import ContentId
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder import store
from pa_manager.holder.model import (
    NEW_ADVICE,
    NEW_SUPPORTER,
    THE_HOLDER,
    About,
    Advice,
    AdviceId,
    Holder,
    How,
    Nation,
    NoHolderYet,
    NoLetter,
    Person,
    Supporter,
    SupporterId,
    SupporterRole,
    email_from_text,
    must_be_letter,
    tidy_name,
    tidy_said,
    who_may_be_here,
)
from pa_manager.paper.photos import photo_from
from pa_manager.values.tasks import Place, Task

HOLDER: Final = Changes.of("holder")


def keep_holder(  # noqa: PLR0913 -- a person's details are as many as they are
    work: Work,
    *,
    name: str,
    known_as: str = "",
    nation: Nation = Nation.ENGLAND,
    born_on: date | None = None,
    address: str = "",
    reference: str = "",
    phone: str = "",
    email: str = "",
    communication: str = "",
) -> Changes:
    """Keep who holds the direct payment, in place of what was known of them before. Their photo stays.

    Raises:
        NameMissing: The name is blank.
        NotAnAddress: The email address cannot be one.
    """
    before = store.the_holder(work)
    store.put_holder(
        work,
        Holder(
            id=THE_HOLDER,
            name=tidy_name(name),
            known_as=" ".join(known_as.split()),
            nation=nation,
            born_on=born_on,
            address=address.strip(),
            reference=reference.strip(),
            phone=phone.strip(),
            email=email_from_text(email),
            communication=communication.strip(),
            photo=before.photo if before else None,
        ),
    )
    return HOLDER


def find_holder(work: Work) -> Holder:
    """Return the holder.

    Raises:
        NoHolderYet: Nobody has said yet who that is.
    """
    if holder := store.the_holder(work):
        return holder
    raise NoHolderYet("Nobody has said yet whose direct payment this is. Type the name under About me.")


def keep_holder_photo(work: Work, *, content: bytes) -> Changes:
    """Keep the holder's photo, in place of one that was there: upright and small.

    Raises:
        NotAPhoto: It cannot be read as a photo.
        PhotoTooBig: It is larger than 20 MB, or unpacks to too much.
        NoHolderYet: Nobody has said yet who the holder is.
    """
    holder = find_holder(work)
    store.put_holder(work, replace(holder, photo=contents.keep(work, photo_from(content))))
    return HOLDER


def remove_holder_photo(work: Work) -> Changes:
    """Take the holder's photo away. It can be undone.

    Raises:
        NoHolderYet: Nobody has said yet who the holder is.
    """
    store.put_holder(work, replace(find_holder(work), photo=None))
    return HOLDER


def read_holder_photo(work: Work) -> bytes | None:
    """Return the holder's photo as a JPEG; nothing, if there is none."""
    holder = store.the_holder(work)
    return None if holder is None or holder.photo is None else contents.read(work, ContentId(holder.photo))


def list_people_here(work: Work, *, today: date) -> tuple[Person, ...]:
    """Return who may be at the keyboard on a day: the holder, and those who help then."""
    return who_may_be_here(store.the_holder(work), store.every_supporter(work), today=today)


def add_supporter(  # noqa: PLR0913 -- a person's details are as many as they are
    work: Work,
    *,
    name: str,
    role: SupporterRole,
    phone: str = "",
    email: str = "",
    may_do: str = "",
    first: date | None = None,
    last: date | None = None,
) -> Changes:
    """Note somebody who acts for the holder or helps them.

    Raises:
        NameMissing: The name is blank.
        NotAnAddress: The email address cannot be one.
        EndsBeforeItBegins: The last day comes before the first.
    """
    store.add_supporter(
        work,
        Supporter(
            id=NEW_SUPPORTER,
            name=tidy_name(name),
            role=role,
            phone=phone.strip(),
            email=email_from_text(email),
            may_do=may_do.strip(),
            first=first,
            last=last,
        ),
    )
    return HOLDER


def change_supporter(  # noqa: PLR0913 -- a person's details are as many as they are
    work: Work,
    *,
    supporter_id: SupporterId,
    name: str,
    role: SupporterRole,
    phone: str = "",
    email: str = "",
    may_do: str = "",
    first: date | None = None,
    last: date | None = None,
) -> Changes:
    """Change what is known of a supporter.

    Raises:
        NameMissing: The name is blank.
        NotAnAddress: The email address cannot be one.
        EndsBeforeItBegins: The last day comes before the first.
        NotFound: There is no such supporter.
    """
    store.put_supporter(
        work,
        Supporter(
            id=supporter_id,
            name=tidy_name(name),
            role=role,
            phone=phone.strip(),
            email=email_from_text(email),
            may_do=may_do.strip(),
            first=first,
            last=last,
        ),
    )
    return HOLDER


def list_supporters(work: Work) -> tuple[Supporter, ...]:
    """Return every supporter, by name."""
    return store.every_supporter(work)


def find_supporter(work: Work, supporter_id: SupporterId) -> Supporter:
    """Return one supporter.

    Raises:
        NotFound: There is no such supporter.
    """
    return store.get_supporter(work, supporter_id)


def add_advice(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    said_by: str,
    words: str,
    on: date,
    how: How,
    about: About,
    about_name: str = "",
    is_consent: bool = False,
) -> Changes:
    """Note what somebody said was allowed, or was not.

    Raises:
        NothingSaid: It is missing who said it, or what.
    """
    store.add_advice(work, _advice(NEW_ADVICE, said_by, words, on, how, about, about_name, is_consent))
    return HOLDER


def change_advice(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    advice_id: AdviceId,
    said_by: str,
    words: str,
    on: date,
    how: How,
    about: About,
    about_name: str = "",
    is_consent: bool = False,
) -> Changes:
    """Put right what was noted. Its letter stays.

    Raises:
        NothingSaid: It is missing who said it, or what.
        NotFound: It is not there.
    """
    store.put_advice(work, _advice(advice_id, said_by, words, on, how, about, about_name, is_consent))
    return HOLDER


def keep_letter(work: Work, *, advice_id: AdviceId, name: str, content: bytes) -> Changes:
    """Keep the letter that proves what was said, in place of one that was there.

    Raises:
        NoLetter: The file is empty, too large, or neither a PDF nor a picture.
        NotFound: There is no such advice.
    """
    must_be_letter(name, content)
    store.put_letter(work, advice_id, name, contents.keep(work, content))
    return HOLDER


def read_letter(work: Work, *, advice_id: AdviceId) -> tuple[str, bytes]:
    """Return the name of the letter, and the letter.

    Raises:
        NoLetter: There is none.
        NotFound: There is no such advice.
    """
    found = store.letter_of(work, advice_id)
    if found is None:
        raise NoLetter("There is no letter yet. Add it first: a scan or a photo.")
    name, content_id = found
    return name, contents.read(work, content_id)


def remove_advice(work: Work, *, advice_id: AdviceId) -> Changes:
    """Take out what was noted. It can be undone.

    Raises:
        AdviceInUse: It is kept with money, a PA or a kind of spending.
        NotFound: It is not there.
    """
    store.remove_advice(work, advice_id)
    return HOLDER


def list_advice(work: Work) -> tuple[Advice, ...]:
    """Return all that was said, the newest first."""
    return store.every_advice(work)


def advice_choices(work: Work, *, about: About | None = None) -> tuple[tuple[str, str], ...]:
    """Return all that was said as choices of a form: its id and what it is called.

    What is about the matter comes first, then consents, then the newest.
    """
    found = sorted(store.every_advice(work), key=lambda each: (each.about is not about, not each.is_consent))
    return tuple((f"{each.id}", each.called) for each in found)


def _advice(  # noqa: PLR0913, PLR0917 -- one argument for each part of it
    advice_id: AdviceId, said_by: str, words: str, on: date, how: How, about: About, about_name: str, is_consent: bool
) -> Advice:
    return Advice(
        id=advice_id,
        said_by=tidy_said(said_by),
        words=tidy_said(words),
        on=on,
        how=how,
        about=about,
        about_name=" ".join(about_name.split()),
        is_consent=is_consent,
    )


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return that it should be said whose direct payment this is."""
    if store.the_holder(work):
        return ()
    return (Task(text="Say whose direct payment this is.", place=Place("holder")),)
