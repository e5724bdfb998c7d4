"""The screen "Tell my PAs": what is not published yet, who has been told, and what they are handed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.rota.model import Choice, Difference, PersonTold, PublishingLine, Standing
from pa_manager.rota.presenter.publishing import PublishPresenter, PublishView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Card, heading, paragraph
from pa_manager.values.clock import LONDON, time_said
from pa_manager.values.days import said_period, said_short

_WORDS = {Standing.NEW: "New", Standing.CHANGED: "Changed", Standing.OFF: "Off"}


class PublishScreen(Screen):
    """Publishes the rota; then, PA by PA, a message, a file for the phone, a paper, and the tick that they know."""

    def __init__(self, present: Callable[[PublishView], PublishPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Tell my PAs", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._publish = MainButton("Publish these days", "publish")
        self._choose = PlainButton("Other days", "choose days")
        self._unpublished = RowTable[tuple[str, Difference]](
            "Not published yet",
            [
                Column("PA", lambda row: row[0]),
                Column("What", lambda row: _WORDS[row[1].standing]),
                Column("It was", lambda row: "" if row[1].before is None else row[1].before.words),
                Column("It is now", lambda row: "" if row[1].now is None else row[1].now.words),
            ],
            key=lambda row: row[1].notice.key,
            empty="All that is on the rota for these days is published.",
        )
        self._people = RowTable[PersonTold](
            "Who knows what",
            [
                Column("PA", lambda person: person.name),
                Column("Shifts", lambda person: str(len(person.shifts)), lambda person: len(person.shifts), right),
                Column("How it stands", lambda person: person.standing, tone=lambda p: "warn" if p.news else None),
                Column("Told last", lambda person: "" if person.last is None else _told(person)),
            ],
            key=lambda person: person.assistant_id,
            empty="Publish some days first. Each PA who is down for them then stands here.",
        )
        self._message = paragraph("")
        self._message_card = Card(heading("What you can write to them"), self._message)
        self._copy = PlainButton("Copy this message", "copy message")
        self._calendar = PlainButton("Put it on their phone", "save calendar")
        self._know = PlainButton("They have been told", "told")
        self._take_back = PlainButton("Not told after all", "not told")
        self._acts = ButtonRow(self._copy, self._calendar, self._know, self._take_back)
        self._reader = ChoiceField("Whom the paper is for")
        self._print = ChoiceField("Si&ze of the paper", hint="No pay, no notes and nothing about health is on it.")
        self._make = PlainButton("Make the paper", "make paper")
        self._papers = Papers("The paper", print_paper=self._print_paper, save_paper=self._save_paper)
        self._publishings = RowTable[PublishingLine](
            "What was published",
            [
                Column("When", lambda line: _moment(line.publishing.at), lambda line: line.publishing.id),
                Column("Days", lambda line: said_period(line.publishing.days), lambda line: line.publishing.days),
                Column("New or changed", lambda line: str(line.publishing.notices), align=right),
                Column("Who has been told", lambda line: line.standing),
            ],
            key=lambda line: line.publishing.id,
            empty="Each time you publish stands here, with who was told and how.",
        )
        self.add(
            ButtonRow(self._publish, self._choose),
            self._unpublished,
            self._people,
            self._message_card,
            self._acts,
            self._reader,
            self._print,
            ButtonRow(self._make),
            self._papers,
            self._publishings,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._publish.clicked.connect(self._presenter.publish)
        self._choose.clicked.connect(self._presenter.choose_days)
        self._people.picked.connect(self._presenter.pick)
        self._people.activated.connect(lambda _person: self._presenter.tell())
        self._copy.clicked.connect(self._presenter.copy_message)
        self._calendar.clicked.connect(self._presenter.save_calendar)
        self._know.clicked.connect(self._presenter.tell)
        self._take_back.clicked.connect(self._presenter.take_back)
        self._reader.changed.connect(lambda: self._presenter.choose_reader(self._reader.text()))
        self._print.changed.connect(lambda: self._presenter.choose_print(self._print.text()))
        self._make.clicked.connect(self._presenter.make_paper)

    def show_unpublished(self, rows: Sequence[tuple[str, Difference]]) -> None:
        self._unpublished.set_rows(rows)

    def show_people(self, people: Sequence[PersonTold]) -> None:
        self._people.set_rows(people)
        self._acts.setVisible(bool(people))

    def show_publishings(self, lines: Sequence[PublishingLine]) -> None:
        self._publishings.set_rows(lines)

    def show_message(self, message: str) -> None:
        self._message.setText(message)
        self._message_card.setVisible(bool(message))

    def show_readers(self, readers: Sequence[Choice], chosen: str) -> None:
        _fill(self._reader, readers, chosen)

    def show_prints(self, prints: Sequence[Choice], chosen: str) -> None:
        _fill(self._print, prints, chosen)

    def show_paper(self, pdf: bytes) -> None:
        self._papers.show_paper(pdf)

    def show_no_paper(self, sentence: str) -> None:
        self._papers.show_nothing(sentence)

    def allow_publishing(self, allowed: bool) -> None:
        self._publish.setEnabled(allowed)

    def allow_telling(self, *, picked: bool, news: bool, told: bool) -> None:
        self._copy.setEnabled(picked)
        self._calendar.setEnabled(picked)
        self._know.setEnabled(news)
        self._take_back.setEnabled(told)

    def open_days(self, texts: Mapping[str, str]) -> None:
        fields = {"first": DateField("First day"), "last": DateField("Last day")}
        form = FormDialog(self, "Other days", "These days are shown, published and printed.", fields, "Show")
        form.fill(texts)
        form.kept.connect(self._presenter.keep_days)
        self.open_form(form)

    def open_told(self, title: str, ways: Sequence[Choice]) -> None:
        lead = "It is kept with the day and the time. What somebody was told cannot be undone, only changed anew."
        form = FormDialog(self, title, lead, {"how": ChoiceField("How", ways)})
        form.kept.connect(self._presenter.keep_told)
        self.open_form(form)

    def _print_paper(self) -> None:
        self._presenter.print_paper()

    def _save_paper(self) -> None:
        self._presenter.save_paper()


def _fill(field: ChoiceField, choices: Sequence[Choice], chosen: str) -> None:
    field.blockSignals(True)
    field.set_choices(choices)
    field.set_text(chosen)
    field.blockSignals(False)


def _told(person: PersonTold) -> str:
    return "" if person.last is None else person.last.words


def _moment(at: datetime) -> str:
    here = at.astimezone(LONDON)
    return f"{said_short(here.date())}, {time_said(here.time())}"
