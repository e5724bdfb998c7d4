"""The checklist of one PA."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import Step
from pa_manager.assistants.presenter.checklist import NOBODY, ChecklistPresenter, ChecklistView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said


class ChecklistScreen(Screen):
    """What a PA who starts or leaves asks for: each step with its reason and its law."""

    def __init__(self, present: Callable[[ChecklistView], ChecklistPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Checklist for a PA", parent=parent)
        self._people = ChoiceField("For whom")
        self._done = MainButton("Mark as done", "done")
        self._not_done = PlainButton("Not done after all", "not done")
        self._table = RowTable[Step](
            "Steps",
            [
                Column("Step", lambda step: step.words),
                Column(
                    "State",
                    lambda step: "Done" if step.done else "To do",
                    tone=lambda step: "good" if step.done else None,
                ),
                Column("By", lambda step: said(step.due) if step.due else "", lambda step: step.due),
                Column("Why", lambda step: step.reason),
            ],
            key=lambda step: step.kind,
            empty=NOBODY,
        )
        self.add(self._people, ButtonRow(self._done, self._not_done), self._table)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._people.changed.connect(lambda: self._presenter.choose(self._people.text()))
        self._done.clicked.connect(self._presenter.mark_done)
        self._not_done.clicked.connect(self._presenter.mark_not_done)
        self._table.picked.connect(self._presenter.pick)

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        self._people.blockSignals(True)
        self._people.set_choices(people)
        self._people.set_text(chosen)
        self._people.blockSignals(False)
        self._people.setVisible(bool(people))

    def show_steps(self, steps: Sequence[Step]) -> None:
        self._table.set_rows(steps)

    def allow(self, *, done: bool, not_done: bool) -> None:
        self._done.setEnabled(done)
        self._not_done.setEnabled(not_done)

    def point_out(self, number: int) -> None:
        self._presenter.choose(str(number))
