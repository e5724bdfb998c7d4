"""Puts the parts together for an open file: every screen with its presenter, each offered to the window by name."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import ASSISTANTS, find_person_file, list_assistants
from pa_manager.assistants.presenter.adverts import AdvertsPresenter
from pa_manager.assistants.presenter.assistants import AssistantsPresenter
from pa_manager.assistants.presenter.checklist import ChecklistPresenter
from pa_manager.assistants.presenter.documents import DocumentsPresenter
from pa_manager.assistants.presenter.forgetting import ForgettingPresenter
from pa_manager.assistants.presenter.hours import HoursPresenter
from pa_manager.assistants.presenter.papers import PapersPresenter
from pa_manager.assistants.presenter.person import PersonPresenter
from pa_manager.assistants.presenter.questions import QuestionsPresenter
from pa_manager.assistants.presenter.recruitment import RecruitmentPresenter
from pa_manager.assistants.screen.adverts import AdvertsScreen
from pa_manager.assistants.screen.assistants import AssistantsScreen
from pa_manager.assistants.screen.checklist import ChecklistScreen
from pa_manager.assistants.screen.documents import DocumentsScreen
from pa_manager.assistants.screen.forgetting import ForgettingScreen
from pa_manager.assistants.screen.hours import HoursScreen
from pa_manager.assistants.screen.papers import PapersScreen
from pa_manager.assistants.screen.person import PersonScreen
from pa_manager.assistants.screen.questions import QuestionsScreen
from pa_manager.assistants.screen.recruitment import RecruitmentScreen
from pa_manager.cover.presenter.call_list import CallListPresenter
from pa_manager.cover.presenter.gaps import CoverPresenter
from pa_manager.cover.screen.call_list import CallListScreen
from pa_manager.cover.screen.gaps import CoverScreen
from pa_manager.door.model import Keeper
from pa_manager.door.presenter.keys import KeysPresenter
from pa_manager.door.screen.keys import KeysScreen
from pa_manager.figures.presenter import FiguresPresenter
from pa_manager.figures.screen import FiguresScreen
from pa_manager.file.running import Runner
from pa_manager.file.work import Work
from pa_manager.funding.operations import FUNDING, list_consents, list_streams
from pa_manager.funding.presenter.money import FundingPresenter
from pa_manager.funding.presenter.rules import RulesPresenter
from pa_manager.funding.screen.money import FundingScreen
from pa_manager.funding.screen.rules import RulesScreen
from pa_manager.holder.model import AdviceId
from pa_manager.holder.presenter.advice import AdvicePresenter, Uses
from pa_manager.holder.presenter.keyboard import KeyboardPresenter
from pa_manager.holder.presenter.people import HolderPresenter, References
from pa_manager.holder.screen.advice import AdviceScreen
from pa_manager.holder.screen.keyboard import KeyboardScreen
from pa_manager.holder.screen.people import HolderScreen
from pa_manager.home.presenter.first import HomePresenter
from pa_manager.home.presenter.history import HistoryPresenter
from pa_manager.home.screen.first import HomeScreen
from pa_manager.home.screen.history import HistoryScreen
from pa_manager.outlook.presenter import OutlookPresenter
from pa_manager.outlook.screen import OutlookScreen
from pa_manager.pay.operations import PAY, next_deadline, payslips_of
from pa_manager.pay.presenter.bureau import BureauPresenter
from pa_manager.pay.presenter.holidays import TimeOffPresenter
from pa_manager.pay.presenter.layouts import LayoutsPresenter
from pa_manager.pay.presenter.pay import PayPresenter
from pa_manager.pay.presenter.payslip_files import PayslipFilesPresenter
from pa_manager.pay.presenter.payslips import PayslipsPresenter
from pa_manager.pay.presenter.summaries import SummariesPresenter
from pa_manager.pay.screen.bureau import BureauScreen
from pa_manager.pay.screen.holidays import TimeOffScreen
from pa_manager.pay.screen.layouts import LayoutsScreen
from pa_manager.pay.screen.pay import PayScreen
from pa_manager.pay.screen.payslip_files import PayslipFilesScreen
from pa_manager.pay.screen.payslips import PayslipsScreen
from pa_manager.pay.screen.summaries import SummariesScreen
from pa_manager.plan.presenter.plan import PlanPresenter
from pa_manager.plan.presenter.words import Agreed, WordsPresenter
from pa_manager.plan.screen.plan import PlanScreen
from pa_manager.plan.screen.words import WordsScreen
from pa_manager.returns.presenter.returns import ReturnsPresenter
from pa_manager.returns.presenter.statement import StatementPresenter
from pa_manager.returns.screen.returns import ReturnsScreen
from pa_manager.returns.screen.statement import StatementScreen
from pa_manager.rota.presenter import PatternsPresenter, RotaPresenter
from pa_manager.rota.presenter.holidays import HolidaysPresenter
from pa_manager.rota.presenter.log import LogPresenter
from pa_manager.rota.presenter.my_week import MyWeekPresenter
from pa_manager.rota.presenter.publishing import PublishPresenter
from pa_manager.rota.screen import PatternsScreen, RotaScreen
from pa_manager.rota.screen.holidays import HolidaysScreen
from pa_manager.rota.screen.log import LogScreen
from pa_manager.rota.screen.my_week import MyWeekScreen
from pa_manager.rota.screen.publishing import PublishScreen
from pa_manager.shell.desk import Desk
from pa_manager.shell.window import Window
from pa_manager.spending.presenter.expected import ExpectedPresenter
from pa_manager.spending.presenter.importing import ImportPresenter
from pa_manager.spending.presenter.paying import PayingPresenter
from pa_manager.spending.presenter.spending import SpendingPresenter
from pa_manager.spending.presenter.statement import StatementPresenter as BankStatementPresenter
from pa_manager.spending.screen.expected import ExpectedScreen
from pa_manager.spending.screen.importing import ImportScreen
from pa_manager.spending.screen.paying import PayingScreen
from pa_manager.spending.screen.spending import SpendingScreen
from pa_manager.spending.screen.statement import StatementScreen as BankStatementScreen
from pa_manager.timesheets.model import Stage, TimesheetId
from pa_manager.timesheets.presenter.beyond import Beyond
from pa_manager.timesheets.presenter.papers import PapersPresenter as TimesheetPapersPresenter
from pa_manager.timesheets.presenter.sheets import TimesheetsPresenter
from pa_manager.timesheets.screen.papers import TimesheetPapersScreen
from pa_manager.timesheets.screen.sheets import TimesheetsScreen
from pa_manager.values.clock import LONDON
from pa_manager.values.days import Period
from pa_manager.values.money import Money, total
from pa_manager.values.tasks import Place


def furnish(window: Window, runner: Runner, *, now: Callable[[], datetime], desk: Desk, keeper: Keeper) -> None:
    """Offer the window every screen, home first, and open that one."""
    go_to, offer = window.go_to, window.offer

    def today() -> date:
        return now().astimezone(LONDON).date()

    offer("home", "&Home", lambda: HomeScreen(lambda view: HomePresenter(view, runner, go_to, now=now)))
    offer(
        "holder",
        "About &me",
        lambda: HolderScreen(
            lambda view: HolderPresenter(
                view,
                runner,
                today=today,
                go_to=go_to,
                files=desk,
                references=References(read=_references, drawn_from=FUNDING),
            )
        ),
    )
    offer("plan", "My pla&n", lambda: PlanScreen(lambda view: PlanPresenter(view, runner, today=today, go_to=go_to)))
    offer(
        "funding",
        "Mone&y agreed",
        lambda: FundingScreen(lambda view: FundingPresenter(view, runner, today=today, go_to=go_to)),
    )
    offer(
        "assistants",
        "My &PAs",
        lambda: AssistantsScreen(lambda view: AssistantsPresenter(view, runner, today=today, go_to=go_to)),
    )
    offer("rota", "&Rota", lambda: RotaScreen(lambda view: RotaPresenter(view, runner, today=today, go_to=go_to)))
    offer(
        "timesheets",
        "&Timesheets",
        lambda: TimesheetsScreen(
            lambda view: TimesheetsPresenter(
                view,
                runner,
                today=today,
                go_to=go_to,
                beyond=Beyond(come_to=_come_to, deadline=partial(_deadline, today), drawn_from=PAY),
            )
        ),
    )
    offer(
        "pay",
        "Pa&y",
        lambda: PayScreen(lambda view: PayPresenter(view, runner, today=today, go_to=go_to, print_pdf=desk.print_pdf)),
    )
    offer(
        "spending",
        "Spen&ding",
        lambda: SpendingScreen(
            lambda view: SpendingPresenter(
                view, runner, go_to, today=today, choose_file=desk.open_file, save_file=desk.save_file
            )
        ),
    )
    offer(
        "cover", "&Cover", lambda: CoverScreen(lambda view: CoverPresenter(view, runner, go_to, today=today, now=now))
    )
    offer(
        "returns",
        "Ret&urns",
        lambda: ReturnsScreen(lambda view: ReturnsPresenter(view, runner, today=today, go_to=go_to)),
    )

    offer(
        "holder/advice",
        "Who said I could",
        lambda: AdviceScreen(
            lambda view: AdvicePresenter(
                view, runner, today=today, files=desk, uses=Uses(read=_uses_of_advice, drawn_from=FUNDING | ASSISTANTS)
            )
        ),
        under="holder",
    )
    offer(
        "holder/keyboard",
        "Who is at the keyboard",
        lambda: KeyboardScreen(lambda view: KeyboardPresenter(view, runner, today=today, go_to=go_to)),
        under="holder",
    )
    offer(
        "plan/words",
        "The plan in words",
        lambda: WordsScreen(
            lambda view: WordsPresenter(
                view, runner, today=today, desk=desk, agreed=Agreed(read=_weekly_agreed, drawn_from=FUNDING)
            )
        ),
        under="plan",
    )
    offer(
        "funding/rules",
        "What they ask of me",
        lambda: RulesScreen(lambda view: RulesPresenter(view, runner, today=today, files=desk)),
        under="funding",
    )
    offer(
        "outlook",
        "What it pays for",
        lambda: OutlookScreen(lambda view: OutlookPresenter(view, runner, today=today, desk=desk)),
        under="funding",
    )
    offer(
        "assistants/checklist",
        "Their checklist",
        lambda: ChecklistScreen(lambda view: ChecklistPresenter(view, runner, today=today)),
        under="assistants",
    )
    offer(
        "assistants/hours",
        "When they can work",
        lambda: HoursScreen(lambda view: HoursPresenter(view, runner, today=today)),
        under="assistants",
    )
    offer(
        "assistants/papers",
        "Their papers",
        lambda: PapersScreen(
            lambda view: PapersPresenter(view, runner, today=today, print_pdf=desk.print_pdf, save_file=desk.save_file)
        ),
        under="assistants",
    )
    offer(
        "assistants/person",
        "Their file",
        lambda: PersonScreen(lambda view: PersonPresenter(view, runner, today=today, files=desk)),
        under="assistants",
    )
    offer(
        "assistants/documents",
        "Their documents",
        lambda: DocumentsScreen(lambda view: DocumentsPresenter(view, runner, today=today, files=desk)),
        under="assistants",
    )
    offer(
        "assistants/forgetting",
        "Forget somebody",
        lambda: ForgettingScreen(lambda view: ForgettingPresenter(view, runner, today=today)),
        under="assistants",
    )
    offer(
        "assistants/recruitment",
        "Find somebody",
        lambda: RecruitmentScreen(lambda view: RecruitmentPresenter(view, runner, today=today, go_to=go_to)),
        under="assistants",
    )
    offer(
        "assistants/questions",
        "Questions to ask",
        lambda: QuestionsScreen(lambda view: QuestionsPresenter(view, runner, today=today)),
        under="assistants",
    )
    offer(
        "assistants/adverts",
        "Advert and job description",
        lambda: AdvertsScreen(
            lambda view: AdvertsPresenter(view, runner, today=today, print_pdf=desk.print_pdf, save_file=desk.save_file)
        ),
        under="assistants",
    )
    offer(
        "figures",
        "Legal figures",
        lambda: FiguresScreen(lambda view: FiguresPresenter(view, runner, today=today)),
        under="pay",
    )
    offer(
        "timesheets/papers",
        "A timesheet on paper",
        lambda: TimesheetPapersScreen(lambda view: TimesheetPapersPresenter(view, runner, today=today, files=desk)),
        under="timesheets",
    )
    offer(
        "pay/read",
        "Read payslips from a file",
        lambda: PayslipFilesScreen(
            lambda view: PayslipFilesPresenter(view, runner, choose_file=desk.open_file, go_to=go_to)
        ),
        under="pay",
    )
    offer(
        "pay/bureau",
        "Send to payroll",
        lambda: BureauScreen(lambda view: BureauPresenter(view, runner, today=today, go_to=go_to, desk=desk)),
        under="pay",
    )
    offer(
        "pay/layouts",
        "Layouts of the file",
        lambda: LayoutsScreen(lambda view: LayoutsPresenter(view, runner, files=desk)),
        under="pay",
    )
    offer(
        "pay/payslips",
        "Payslips",
        lambda: PayslipsScreen(lambda view: PayslipsPresenter(view, runner, today=today, go_to=go_to, files=desk)),
        under="pay",
    )
    offer(
        "pay/summaries",
        "Summaries of pay",
        lambda: SummariesScreen(
            lambda view: SummariesPresenter(
                view, runner, today=today, print_pdf=desk.print_pdf, save_file=desk.save_file
            )
        ),
        under="pay",
    )
    offer(
        "pay/holidays",
        "Holiday and sickness",
        lambda: TimeOffScreen(lambda view: TimeOffPresenter(view, runner, today=today, go_to=go_to, desk=desk)),
        under="pay",
    )
    offer(
        "rota/holidays",
        "Holidays asked for",
        lambda: HolidaysScreen(lambda view: HolidaysPresenter(view, runner, today=today)),
        under="rota",
    )
    offer(
        "rota/log",
        "Notice given",
        lambda: LogScreen(lambda view: LogPresenter(view, runner, today=today)),
        under="rota",
    )
    offer(
        "rota/patterns",
        "Weeks that repeat",
        lambda: PatternsScreen(lambda view: PatternsPresenter(view, runner, today=today)),
        under="rota",
    )
    offer(
        "rota/publish",
        "Tell my PAs",
        lambda: PublishScreen(lambda view: PublishPresenter(view, runner, today=today, now=now, desk=desk)),
        under="rota",
    )
    offer(
        "rota/my_week",
        "My week",
        lambda: MyWeekScreen(lambda view: MyWeekPresenter(view, runner, now=now, go_to=go_to, desk=desk)),
        under="rota",
    )
    offer(
        "cover/call_list",
        "Call list",
        lambda: CallListScreen(lambda view: CallListPresenter(view, runner, today=today)),
        under="cover",
    )
    offer(
        "spending/paying",
        "Payments to make",
        lambda: PayingScreen(lambda view: PayingPresenter(view, runner, go_to, today=today, desk=desk)),
        under="spending",
    )
    offer(
        "spending/expected",
        "Money that should come",
        lambda: ExpectedScreen(lambda view: ExpectedPresenter(view, runner, go_to, today=today, desk=desk)),
        under="spending",
    )
    offer(
        "spending/import",
        "Bring in a bank file",
        lambda: ImportScreen(
            lambda view: ImportPresenter(view, runner, go_to, today=today, choose_file=desk.open_file)
        ),
        under="spending",
    )
    offer(
        "spending/statement",
        "Agree with a statement",
        lambda: BankStatementScreen(lambda view: BankStatementPresenter(view, runner, go_to, today=today)),
        under="spending",
    )
    offer(
        "returns/statement",
        "The return",
        lambda: StatementScreen(lambda view: StatementPresenter(view, runner, today=today, go_to=go_to, desk=desk)),
        under="returns",
    )
    offer("home/history", "History", lambda: HistoryScreen(lambda view: HistoryPresenter(view, runner)), under="home")
    offer(
        "door/keys",
        "Password and recovery code",
        lambda: KeysScreen(lambda view: KeysPresenter(view, keeper)),
        under="home",
    )
    go_to(Place("home"))


def _references(work: Work) -> tuple[tuple[str, str], ...]:
    """Return each funder with the reference it knows the holder by."""
    return tuple((stream.funder, stream.reference) for stream in list_streams(work))


def _weekly_agreed(work: Work, *, on: date) -> Money | None:
    """Return what all funders have agreed for a week, with the holder's own contribution; nothing, if none has."""
    agreed = [weekly for stream in list_streams(work) if (weekly := stream.weekly_on(on)) is not None]
    return total(agreed) if agreed else None


def _uses_of_advice(work: Work) -> dict[AdviceId, tuple[str, ...]]:
    """Return which money, kinds of spending and PAs each advice is kept with."""
    streams = {stream.id: stream.called for stream in list_streams(work)}
    uses: dict[AdviceId, tuple[str, ...]] = {}
    for consent in list_consents(work):
        words = (consent.line.words if consent.line else "", streams[consent.stream_id] if consent.stream_id else "")
        uses[consent.advice.id] = (*uses.get(consent.advice.id, ()), ", ".join(filter(None, words)))
    for assistant in list_assistants(work):
        if advice_id := find_person_file(work, assistant.id).consent_id:
            uses[advice_id] = (*uses.get(advice_id, ()), assistant.name)
    return uses


def _come_to(work: Work, *, timesheet_id: TimesheetId) -> Stage | None:
    """Return how far a timesheet that was sent has come: paid by a payslip, or matched to its payment."""
    payslip = payslips_of(work, [timesheet_id]).get(timesheet_id)
    return None if payslip is None else Stage.MATCHED if payslip.locked else Stage.PAID


def _deadline(today: Callable[[], date], work: Work, *, assistant_id: AssistantId, days: Period) -> date | None:
    """Return the next day on which the payroll wants hours; nothing for days that begin only after it."""
    wanted = next_deadline(work, today=today())
    return wanted.send_by if wanted and days.first <= wanted.send_by else None
