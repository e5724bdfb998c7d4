"""What can be done with the papers of an assistant, and with those about a vacancy."""

from collections.abc import Mapping
from datetime import date

from pa_manager.assistants.model import (
    AssistantId,
    Draft,
    Drawn,
    Employer,
    FromPlan,
    Paper,
    PaperId,
    PaperKind,
    VacancyId,
    draft_of,
    job_paper,
)
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import papers as store
from pa_manager.assistants.store import people, vacancies
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.plan.model import Part, VersionState
from pa_manager.plan.operations import list_outcomes, list_versions, read_version


def draft_paper(work: Work, *, assistant_id: AssistantId, kind: PaperKind, day: date) -> Draft:
    """Return a paper as the record fills it in on a day. It names nothing that is private.

    Raises:
        NotFound: There is no such assistant.
    """
    return draft_of(kind, people.get(work, assistant_id), _employer(work), day)


def draft_job_paper(work: Work, *, vacancy_id: VacancyId, kind: PaperKind, drawn: frozenset[Drawn], day: date) -> Draft:
    """Return a job description or an advert as the vacancy and the support plan fill it in on a day.

    Raises:
        NotFound: There is no such vacancy.
    """
    return job_paper(kind, vacancies.get(work, vacancy_id), from_plan(work, day=day), drawn)


def draft_again(work: Work, *, paper_id: PaperId) -> Draft:
    """Return a version as a draft: its own words, to be changed into the next version.

    Raises:
        NotFound: There is no such paper.
    """
    paper = store.get(work, paper_id)
    if paper.vacancy_id is not None:
        about = vacancies.get(work, paper.vacancy_id).title
    else:
        about = people.get(work, _whose(paper)).name
    return Draft(kind=paper.kind, about=about, items=store.items_of(work, paper_id))


def make_paper(
    work: Work, *, assistant_id: AssistantId, kind: PaperKind, texts: Mapping[str, str], made_on: date
) -> Changes:
    """Make a paper of a draft with the texts as they were edited, and keep it as a version.

    Raises:
        NotFound: There is no such assistant.
    """
    draft = draft_paper(work, assistant_id=assistant_id, kind=kind, day=made_on).edited(texts)
    store.add(work, draft, made_on, _pdf(draft, made_on), assistant_id=assistant_id)
    return ASSISTANTS


def make_job_paper(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    vacancy_id: VacancyId,
    kind: PaperKind,
    drawn: frozenset[Drawn],
    texts: Mapping[str, str],
    made_on: date,
) -> Changes:
    """Make a job description or an advert with the texts as they were edited, and keep it as a version.

    Raises:
        NotFound: There is no such vacancy.
    """
    draft = draft_job_paper(work, vacancy_id=vacancy_id, kind=kind, drawn=drawn, day=made_on).edited(texts)
    store.add(work, draft, made_on, _pdf(draft, made_on), vacancy_id=vacancy_id)
    return ASSISTANTS


def make_paper_again(work: Work, *, paper_id: PaperId, texts: Mapping[str, str], made_on: date) -> Changes:
    """Make the next version of a paper, with the words of one before as they were edited. That one stays.

    Raises:
        NotFound: There is no such paper.
    """
    paper = store.get(work, paper_id)
    draft = draft_again(work, paper_id=paper_id).edited(texts)
    pdf = _pdf(draft, made_on)
    store.add(work, draft, made_on, pdf, assistant_id=paper.assistant_id, vacancy_id=paper.vacancy_id)
    return ASSISTANTS


def agree_paper(work: Work, *, paper_id: PaperId, agreed_on: date | None) -> Changes:
    """Note the day on which both agreed a version; without a day, that they have not.

    Raises:
        NotFound: There is no such paper.
    """
    store.put_agreed(work, paper_id, agreed_on)
    return ASSISTANTS


def list_papers(work: Work, assistant_id: AssistantId) -> tuple[Paper, ...]:
    """Return every version of every paper of an assistant, the newest first."""
    return store.every(work, assistant_id)


def list_job_papers(work: Work, vacancy_id: VacancyId) -> tuple[Paper, ...]:
    """Return every version of every paper about a vacancy, the newest first."""
    return store.every_about(work, vacancy_id)


def read_paper(work: Work, paper_id: PaperId, *, large: bool = False) -> bytes:
    """Return a version as it was made; in large print the same words anew.

    Raises:
        NotFound: There is no such paper.
    """
    if not large:
        return store.read(work, paper_id)
    return _pdf(draft_again(work, paper_id=paper_id), store.get(work, paper_id).made_on, large=True)


def from_plan(work: Work, *, day: date) -> FromPlan:
    """Return what the support plan says that may be drawn into a paper about a job, on a day.

    It is the plan that was agreed last, or, if none was, the one that is being written.
    """
    versions = list_versions(work)
    agreed = [each for each in versions if each.state is VersionState.AGREED] or list(versions)
    outcomes = tuple(each.words for each in list_outcomes(work) if each.stands_on(day))
    if not agreed:
        return FromPlan(outcomes=outcomes)
    version = read_version(work, agreed[-1].id)
    support, risks = version.of(Part.SUPPORT), version.of(Part.RISK)
    about, important = version.only(Part.ABOUT), version.only(Part.IMPORTANT)
    return FromPlan(
        outcomes=outcomes,
        matters=_told(about.says("good_day"), important.says("to_me")),
        tasks=_told(*(" ".join(filter(None, (each.says("what"), each.says("when")))) for each in support)),
        skills=_told(*(each.says("skill") for each in support)),
        health=_told(important.says("for_me"), *(each.says("reduced") for each in risks)),
    )


def _told(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, (text.strip() for text in texts)))


def _pdf(draft: Draft, made_on: date, *, large: bool = False) -> bytes:
    from pa_manager.assistants.report import paper_pdf  # noqa: PLC0415 -- ReportLab is imported when a paper is made

    return paper_pdf(draft, made_on=made_on, large=large)


def _whose(paper: Paper) -> AssistantId:
    return paper.assistant_id if paper.assistant_id is not None else AssistantId(0)


def _employer(work: Work) -> Employer:
    try:
        holder = find_holder(work)
    except NoHolderYet:
        return Employer()
    return Employer(name=holder.name, address=holder.address)
