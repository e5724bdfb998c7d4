"""Drives the screen of budgets the way a person would."""

from tests.shell.robot import Robot

BUDGETS, WEEK, WHY = (
    "the budget and what is tried out",
    "a week, line by line",
    "how the line that is picked comes about",
)
COMPARED, HOURS = "beside the budget of now", "hours and rates"
SPENDING, BESIDE = "what is bought besides wages", "hours of a week, side by side"


class OutlookRobot(Robot):
    """Sets up a budget, changes it, tries things out, and reads what it comes to."""

    def budgets(self) -> list[list[str]]:
        return self.rows(BUDGETS)

    def week(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self.rows(WEEK)}

    def why(self, words: str) -> list[list[str]]:
        self.pick(list(self.week()).index(words), WEEK)
        return self.rows(WHY)

    def compared(self) -> dict[str, list[str]]:
        return {row[0]: row[1:] for row in self.rows(COMPARED)}

    def sees_compared(self) -> bool:
        return self._table(COMPARED).isVisible()

    def hours(self) -> list[list[str]]:
        return self.rows(HOURS)

    def spending(self) -> dict[str, list[str]]:
        return {row[0]: row[1:] for row in self.rows(SPENDING)}

    def beside(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self.rows(BESIDE)}

    def cards(self) -> dict[str, str]:
        return {name: card.figure for name, card in self._screen._cards.items()}

    def band(self) -> str:
        return self._screen._short.said

    def chart(self) -> str:
        return self._screen._chart.said
