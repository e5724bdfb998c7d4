"""Drives the PAs screen the way a person would."""

from typing import Self

from tests.shell.robot import Robot


class AssistantsRobot(Robot):
    """Engages, changes, agrees terms and parts."""

    def engage(self, name: str, first_day: str, **more: str) -> Self:
        self.press("add").fill_form(full_name=name, first_day_of_work=first_day, **more)
        return self.press("keep")

    def agree_terms(self, first_day: str, **more: str) -> Self:
        return self.press("agree terms").fill_form(first_day=first_day, **more).press("keep")

    def terms(self) -> list[list[str]]:
        return self.rows("terms agreed")

    def assistants(self) -> list[list[str]]:
        return self.rows("pas")


class PersonRobot(Robot):
    """Reads and changes the file of one PA."""

    def facts(self) -> dict[str, str]:
        return dict(self.rows("what is known"))

    def checks(self) -> list[list[str]]:
        return self.rows("checks, training and skills")

    def add_check(self, kind: str, **more: str) -> Self:
        return self.press("add check").choose("what it is", kind).fill_form(**more).press("keep")


class PapersRobot(Robot):
    """Drafts and makes papers."""

    def papers(self) -> list[list[str]]:
        return self.rows("papers made")

    def lead(self) -> str:
        return self._screen._lead.text()


class ChecklistRobot(Robot):
    """Marks steps as done."""

    def steps(self) -> list[list[str]]:
        return self.rows("steps")

    def lead(self) -> str:
        return self._screen._lead.text()


class HoursRobot(Robot):
    """Says when a PA can work."""

    def hours(self) -> list[list[str]]:
        return self.rows("hours")


class RecruitmentRobot(Robot):
    """Looks for somebody."""

    def jobs(self) -> list[list[str]]:
        return self.rows("jobs")

    def applicants(self) -> list[list[str]]:
        return self.rows("those who apply")

    def lead(self) -> str:
        return self._screen._lead.text()

    def look_for(self, title: str, **more: str) -> Self:
        return self.press("add").fill_form(what_the_job_is_called=title, **more).press("keep")

    def applies(self, name: str, **more: str) -> Self:
        return self.press("applies").fill_form(name=name, **more).press("keep")


class QuestionsRobot(Robot):
    """Chooses questions and compares answers."""

    def compared(self) -> tuple[list[str], list[list[str]]]:
        return self.headings("side by side"), self.rows("side by side")

    def questions(self) -> list[str]:
        return [row[0] for row in self.rows("questions")]


class DocumentsRobot(Robot):
    """Files documents."""

    def documents(self) -> list[list[str]]:
        return self.rows("documents")

    def lead(self) -> str:
        return self._screen._lead.text()


class ForgettingRobot(Robot):
    """Forgets somebody."""

    def kept(self) -> dict[str, str]:
        return {row[0]: row[2] for row in self.rows("what is kept")}

    def lead(self) -> str:
        return self._screen._lead.text()
