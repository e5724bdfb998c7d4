"""Every piece on two pages and in two forms: to look at, to measure, and to read as a screen reader does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import (
    ChoiceField,
    DateField,
    MoneyField,
    SecretField,
    TextField,
    TickField,
)
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, Card, CardRow, FigureCard, heading, paragraph, soft
from pa_manager.shell.window import Window
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place

RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A line of the bank, invented."""

    id: int
    day: str
    party: str
    words: str
    amount: int
    state: str

    @property
    def tone(self) -> Tone:
        tones: dict[str, Tone] = {"No receipt": "bad", "To sort": "warn"}
        return tones.get(self.state, "good")


PAYMENTS = [
    Payment(id=1, day="Fri 1 May", party="Midshire County Council", words="Direct payment, four weeks", amount=148640,
            state="Agreed"),
    Payment(id=2, day="Wed 6 May", party="Ada Okonkwo", words="Wages, 13 to 26 April", amount=-81290, state="Agreed"),
    Payment(id=3, day="Tue 12 May", party="Harbour Taxis", words="To the swimming pool and back again", amount=-1450,
            state="To sort"),
    Payment(id=4, day="Thu 14 May", party="Brightway Homecare", words="Two hours while Sam was away", amount=-4950,
            state="No receipt"),
    Payment(id=5, day="Mon 18 May", party="Mrs J Pellow", words="Contribution", amount=21200, state="Agreed"),
]  # fmt: skip

COLUMNS: list[Column[Payment]] = [
    Column("Day", lambda p: p.day, lambda p: p.id),
    Column("Who", lambda p: p.party),
    Column("What for", lambda p: p.words),
    Column("Amount", lambda p: str(Money(p.amount)), lambda p: p.amount, RIGHT),
    Column("State", lambda p: p.state, tone=lambda p: p.tone),
]


class HomePage(Screen):
    """Figures, what needs doing, bands."""

    def __init__(self) -> None:
        super().__init__(
            "Good morning, Jean", "Thursday 21 May 2026. Ada is here until 2 pm. Sam comes at 9 pm for the night."
        )
        self.spare = FigureCard("Truly spare", "£412.60", "£2,582.21 in the account, less £2,169.61 already owed")
        self.add(
            ButtonRow(MainButton("&Someone cannot come", "away"), PlainButton("Add a receipt", "receipt")),
            CardRow(
                self.spare,
                FigureCard("Weeks in hand", "5.1", "Your council asks for 4 to 8"),
                FigureCard("Next return", "28 June", "3 things to put right first"),
            ),
            Band(
                "warn",
                "Nobody is down for Saturday 23 May, 8 am to 2 pm.",
                "Sam is free and has agreed to Saturdays. It would cost £79.50, as planned.",
            ),
            heading("What needs doing"),
            Card(
                paragraph("Agree Ada's timesheet and send it to the payroll."),
                soft("By Friday 22 May"),
                QuietButton("Go to the timesheet", "timesheet"),
            ),
        )


class SpendingPage(Screen):
    """A table and what is done with it."""

    def __init__(self) -> None:
        super().__init__("Spending", "£2,582.21 in the account on 21 May 2026. 2 payments need something from you.")
        self.table = RowTable[Payment](
            "&Payments",
            COLUMNS,
            key=lambda p: p.id,
            empty="No payments yet. Import a file from your bank to begin.",
            said=lambda p: f"{p.day}, {p.party}, {p.words}, {Money(p.amount)}, {p.state}",
        )
        self.receipts: RowTable[Payment] = RowTable(
            "Recei&pts", COLUMNS[:2], key=lambda p: p.id, empty="No receipts yet. Add the first one."
        )
        self.change = PlainButton("Change this payment", "change")
        self.change.setEnabled(False)
        self.add(
            ButtonRow(MainButton("&Import a bank file", "import"), PlainButton("Add a payment", "add"), self.change),
            self.table,
            self.receipts,
        )
        self.table.set_rows(PAYMENTS)
        self.table.activated.connect(lambda _row: self.open_form(payment_form(self)))
        self.table.picked.connect(lambda row: self.change.setEnabled(row is not None))
        self.findChild(PlainButton, "add").clicked.connect(lambda: self.open_form(payment_form(self)))

    def kept(self, texts: dict[str, str]) -> None:
        errors = {}
        if not texts["party"].strip():
            errors["party"] = "Enter who was paid."
        if texts["day"] == "31 feb 2026":
            errors["day"] = "February 2026 has 28 days. Check the day or the month."
        if errors:
            self.show_form_errors(errors)
            return
        self.close_form()
        self.show_result(f"Kept. {texts['party']} is in the list.")


def payment_form(screen: SpendingPage) -> FormDialog:
    """Return a form with one field of each kind."""
    form = FormDialog(
        screen,
        "Add a payment",
        "For cash, or what your bank has not sent yet.",
        {
            "party": TextField("&Who was paid", "As it stands on the receipt."),
            "day": DateField("&Day it was paid"),
            "amount": MoneyField("&Amount", "Pounds and pence, for example 49.50."),
            "line": ChoiceField(
                "What it was &for", (("wages", "Wages"), ("agency", "Agency care"), ("transport", "Taxis and travel"))
            ),
            "note": TextField("A &note", "Only you see this.", lines=3),
            "receipt": TickField("I have the &receipt", "You can add a picture of it later."),
        },
        keep="Keep this payment",
    )
    form.kept.connect(screen.kept)
    return form


def secret_form(screen: Screen) -> FormDialog:
    """Return a form that asks for a password."""
    return FormDialog(
        screen,
        "Choose a password",
        "You will need it each time you open the file.",
        {
            "password": SecretField("&Password", "Three words you will remember are best."),
            "again": SecretField("Password &again"),
        },
        keep="Keep and go on",
    )


def gallery(window: Window) -> Window:
    """Furnish a window with the pages, and as many empty ones as the real window has."""
    window.furnish("Jean Pellow", undo=lambda: "Add payment", redo=lambda: None)
    window.offer("home", "&Home", HomePage)
    titles = ("My &plan", "&Money agreed", "My &PAs", "&Rota", "&Timesheets", "P&ay")
    for title in titles:
        name = title.replace("&", "").casefold()
        window.offer(name, title, lambda title=title: Screen(title.replace("&", ""), "Nothing here yet."))
    window.offer("spending", "&Spending", SpendingPage)
    window.offer("spending/import", "Import a bank file", lambda: Screen("Import a bank file"), under="spending")
    for title in ("&What is left", "&Cover", "R&eturns"):
        name = title.replace("&", "").casefold()
        window.offer(name, title, lambda title=title: Screen(title.replace("&", ""), "Nothing here yet."))
    window.go_to(Place("home"))
    return window
