"""What can be done with the holder and the supporters."""

from datetime import date
from typing import Final

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder import store
from pa_manager.holder.model import (
    NEW_SUPPORTER,
    THE_HOLDER,
    Holder,
    Nation,
    NoHolderYet,
    Supporter,
    SupporterId,
    SupporterRole,
    email_from_text,
    tidy_name,
)
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
) -> Changes:
    """Keep who holds the direct payment, in place of what was known of them before.

    Raises:
        NameMissing: The name is blank.
        NotAnAddress: The email address cannot be one.
    """
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


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return that it should be said whose direct payment this is."""
    if store.the_holder(work):
        return ()
    return (Task(text="Say whose direct payment this is.", place=Place("holder")),)
