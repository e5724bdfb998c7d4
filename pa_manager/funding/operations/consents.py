"""Keeping what was agreed beforehand with what it is about."""

from pa_manager.file.running import Changes
from pa_manager.file.work import NotFound, Work
from pa_manager.funding import store
from pa_manager.funding.model import NEW_CONSENT, Consent, ConsentId, ReturnLine, StreamId
from pa_manager.funding.operations.subject import FUNDING
from pa_manager.holder.model import AdviceId
from pa_manager.holder.operations import list_advice


def attach_advice(
    work: Work, *, advice_id: AdviceId, stream_id: StreamId | None = None, line: ReturnLine | None = None
) -> Changes:
    """Keep what somebody said with the money, the kind of spending, or both that it is about.

    Raises:
        ForNothing: Neither is named.
        NotFound: There is no such advice, or no such stream.
    """
    found = next((each for each in list_advice(work) if each.id == advice_id), None)
    if found is None:
        raise NotFound("That advice is no longer in the file.")
    if stream_id is not None:
        store.get(work, stream_id)
    store.add_consent(work, Consent(id=NEW_CONSENT, advice=found, stream_id=stream_id, line=line))
    return FUNDING


def detach_advice(work: Work, *, consent_id: ConsentId) -> Changes:
    """Take what somebody said off what it was kept with. The advice itself stays.

    Raises:
        NotFound: It is not kept with it.
    """
    store.remove_consent(work, consent_id)
    return FUNDING


def list_consents(work: Work) -> tuple[Consent, ...]:
    """Return what was agreed beforehand, in the order it was kept."""
    return store.every_consent(work, list_advice(work))
