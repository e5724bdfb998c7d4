"""The plan in words."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.plan.model import Answer, Difference, Part, Question, Version, Wanting
from pa_manager.plan.presenter.words import EASY, LARGE, PROFILES, STANDARD, Keep, PartLine, WordsPresenter, WordsView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable

_KINDS = [
    (STANDARD, "The plan"),
    (LARGE, "The plan in large print"),
    (EASY, "The plan as easy read"),
    (PROFILES, "The one-page profiles"),
]


class WordsScreen(Screen):
    """The parts of a version with what is written in each; what is wanting; its versions; and its prints."""

    def __init__(self, present: Callable[[WordsView], WordsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("The plan in words", parent=parent)
        self._write = MainButton("Write this part", "write")
        self._another = PlainButton("Add another", "another")
        self._photo = PlainButton("Add a photo", "photo")
        self._remove = PlainButton("Take this out", "remove")
        self._parts = RowTable[PartLine](
            "Parts of the plan",
            [
                Column("Part", lambda row: row.part.words, lambda row: list(Part).index(row.part)),
                Column("What it says", lambda row: row.words),
            ],
            key=lambda row: (row.part, row.entry.id if row.entry else 0, row.words if row.entry else ""),
        )
        self._wanting = RowTable[Wanting](
            "Is it ready?",
            [
                Column("Must be", lambda row: row.test.words),
                Column("What is wanting", lambda row: row.words),
                Column("What to do", lambda row: row.way_out),
            ],
            key=lambda row: (row.test, row.words),
            empty="Nothing is wanting. It is individual, effective, realistic, legal and safe, as far as can be told.",
        )
        self._start = PlainButton("Start the next version", "start")
        self._agree = PlainButton("This version was agreed", "agree")
        self._compare = PlainButton("Compare two versions", "compare")
        self._versions = RowTable[Version](
            "Versions",
            [
                Column("No.", lambda row: str(row.number), lambda row: row.number),
                Column("How it stands", lambda row: row.standing),
            ],
            key=lambda row: row.id,
            empty="Every version is kept. The first begins with the first thing you write.",
        )
        self._differences = RowTable[Difference](
            "What differs",
            [
                Column("Part", lambda row: row.part.words, lambda row: list(Part).index(row.part)),
                Column("Question", lambda row: row.question),
                Column("Before", lambda row: row.before or "Nothing"),
                Column("After", lambda row: row.after or "Nothing"),
            ],
            key=lambda row: (row.part, row.question),
            empty="Nothing differs between the two.",
        )
        self._kind = ChoiceField("Which paper", _KINDS)
        self._print = PlainButton("Print it", "print")
        self._save = PlainButton("Save it as a PDF", "save")
        self.add(
            ButtonRow(self._write, self._another, self._photo, self._remove),
            self._parts,
            self._kind,
            ButtonRow(self._print, self._save),
            self._wanting,
            self._versions,
            ButtonRow(self._start, self._agree, self._compare),
            self._differences,
        )
        self._acts: dict[str, tuple[QWidget, ...]] = {
            "write": (self._write,),
            "another": (self._another,),
            "photo": (self._photo,),
            "remove": (self._remove,),
            "start": (self._start,),
            "agree": (self._agree,),
            "compare": (self._compare,),
            "paper": (self._print, self._save),
        }

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._write.clicked.connect(self._presenter.write)
        self._another.clicked.connect(self._presenter.add_another)
        self._photo.clicked.connect(self._presenter.add_photo)
        self._remove.clicked.connect(self._presenter.remove)
        self._parts.picked.connect(self._presenter.pick)
        self._parts.activated.connect(lambda _row: self._presenter.write())
        self._start.clicked.connect(self._presenter.start_next)
        self._agree.clicked.connect(self._presenter.agree)
        self._compare.clicked.connect(self._presenter.compare)
        self._versions.picked.connect(self._presenter.pick_version)
        self._print.clicked.connect(lambda: self._presenter.print(self._kind.text()))
        self._save.clicked.connect(lambda: self._presenter.save(self._kind.text()))

    def show_versions(self, versions: Sequence[Version]) -> None:
        self._versions.set_rows(versions)

    def pick_version(self, number: int) -> None:
        self._versions.pick(number)

    def show_parts(self, lines: Sequence[PartLine]) -> None:
        self._parts.set_rows(lines)

    def show_wanting(self, found: Sequence[Wanting]) -> None:
        self._wanting.set_rows(found)

    def show_differences(self, title: str, found: Sequence[Difference]) -> None:
        self._differences.set_rows(found)
        self._differences.setVisible(bool(title))

    def allow(self, **acts: bool) -> None:
        for act, allowed in acts.items():
            for button in self._acts[act]:
                button.setEnabled(allowed)

    def open_part(self, part: Part, texts: Mapping[str, str], keep: Keep) -> None:
        self._open(part.words, part.lead, {each.key: _field(each) for each in part.questions}, texts, keep)

    def open_agreeing(self, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "by": TextField("Who agreed it?", "For example: Asha Verma, social worker."),
            "on": DateField("When?"),
        }
        lead = "It then stays as it is. Changes go into the next one."
        self._open("This version was agreed", lead, fields, texts, keep)

    def open_comparing(self, versions: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "first": ChoiceField("Before", versions),
            "second": ChoiceField("After", versions),
        }
        self._open("Compare two versions", "What differs is shown in a table.", fields, texts, keep, act="Compare")

    def _open(  # noqa: PLR0913 -- what a form is made of
        self,
        title: str,
        lead: str,
        fields: Mapping[str, AnyField],
        texts: Mapping[str, str],
        keep: Keep,
        *,
        act: str = "Keep",
    ) -> None:
        form = FormDialog(self, title, lead, dict(fields), act)
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)


def _field(question: Question) -> AnyField:
    match question.answer:
        case Answer.DAY:
            return DateField(question.words, question.help)
        case Answer.MONEY:
            return MoneyField(question.words, question.help)
        case Answer.LINE:
            return TextField(question.words, question.help, chars=44)
        case _:
            return TextField(question.words, question.help, lines=3)
