"""Finding what was named: an account, a stream of money, a return."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from pa_manager.file.running import Runner
from pa_manager.funding.model import StreamId
from pa_manager.funding.operations import list_streams
from pa_manager.returns.model import Return
from pa_manager.returns.operations import list_returns
from pa_manager.spending.model import Account
from pa_manager.spending.operations import list_accounts
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError

T = TypeVar("T")


class NotKnown(UserError):
    """What was named is not in the file."""


class NotClear(UserError):
    """What was named, or not named, may be one of several."""


def account_named(runner: Runner, name: str | None) -> Account:
    """Return the account of a name, or the only one there is.

    Raises:
        NotKnown: There is none, or none of that name.
        NotClear: There are several, and none was named.
    """
    accounts = runner.read(list_accounts)
    if not accounts:
        raise NotKnown("There is no account in this file yet. Open the file in the program and open one there.")
    if name is None and len(accounts) == 1:
        return accounts[0]
    listed = _listed(account.said for account in accounts)
    if name is None:
        raise NotClear(f"There are several accounts. Name one of them with --account: {listed}.")
    found = _named(name, [((account.name, account.said, account.number_last4), account) for account in accounts])
    if len(found) != 1:
        which = "is called" if not found else "alone is called"
        raise NotKnown(f"No account {which} {name}. There are: {listed}.")
    return found[0]


def stream_named(runner: Runner, name: str | None) -> StreamId | None:
    """Return the stream of a name; nothing, if none was named.

    Raises:
        NotKnown: There is none of that name.
        NotClear: Several have it.
    """
    if name is None:
        return None
    streams = runner.read(list_streams)
    found = _named(name, [((stream.called, stream.name, stream.funder), stream.id) for stream in streams])
    if not found:
        listed = _listed(stream.called for stream in streams) or "none"
        raise NotKnown(f"No money that comes in is called {name}. There are: {listed}.")
    if len(found) > 1:
        listed = _listed(stream.called for stream in streams if stream.id in found)
        raise NotClear(f"{name} may be one of several. Name one of these: {listed}.")
    return found[0]


def return_over(runner: Runner, period: Period, stream_id: StreamId | None) -> Return | None:
    """Return the return in the file that is for just these days and this money, if there is one."""
    kept = (line.a_return for line in runner.read(list_returns))
    return next((each for each in kept if each.period == period and each.stream_id == stream_id), None)


def _named(name: str, known: Iterable[tuple[Sequence[str], T]]) -> list[T]:
    wanted = _tidy(name)
    return [found for names, found in known if wanted in map(_tidy, filter(None, names))]


def _tidy(name: str) -> str:
    return " ".join(name.casefold().split())


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)
