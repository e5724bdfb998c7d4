"""What whoever pays asks of the holder, without a toolkit: sets of rules, and the money that follows each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.funding.model import (
    ConsentLine,
    Profile,
    ProfileId,
    ProfileLine,
    ReturnLine,
    Rule,
    Ruling,
    StreamId,
    tidy_profile_name,
)
from pa_manager.funding.operations import (
    FUNDING,
    attach_advice,
    detach_advice,
    general_profile,
    keep_profile,
    list_consents,
    list_profiles,
    list_streams,
    load_profile,
    remove_profile,
    rename_profile,
    save_profile,
    set_rule,
    shipped_profiles,
    take_back_rule,
    use_profile,
)
from pa_manager.holder.model import AdviceId
from pa_manager.holder.operations import HOLDER, advice_choices
from pa_manager.values.days import day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

EMPTY: Final = "No rules are here yet. Until then, the commonest ones hold. Start from a pattern, or load a file."
KINDS: Final = "Rules of a funder (*.json)"
Keep = Callable[[dict[str, str]], None]


class RulesView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_profiles(self, lines: Sequence[ProfileLine]) -> None: ...
    def pick_profile(self, number: int) -> None: ...
    def show_rules(self, title: str, rulings: Sequence[Ruling]) -> None: ...
    def show_consents(self, lines: Sequence[ConsentLine]) -> None: ...
    def allow_consents(self, attach: bool, detach: bool) -> None: ...
    def open_consent(
        self, advice: Sequence[tuple[str, str]], streams: Sequence[tuple[str, str]], keep: Keep
    ) -> None: ...
    def allow_profile_changes(self, allowed: bool) -> None: ...
    def allow_rule_changes(self, change: bool, take_back: bool) -> None: ...
    def open_pattern(self, patterns: Sequence[tuple[str, str]], keep: Keep) -> None: ...
    def open_name(self, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_rule(self, rule: Rule, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_use(self, streams: Sequence[tuple[str, str]], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Files(Protocol):
    """What is asked of the desktop: a file to read, and where to save one."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...
    def save_file(self, name: str, content: bytes) -> str | None: ...


class RulesPresenter:
    """Shows the rules of each funder with their sources, and keeps what is typed, loaded and changed."""

    def __init__(self, view: RulesView, runner: Runner, *, today: Callable[[], date], files: Files) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._files = files
        self._profiles: tuple[Profile, ...] = ()
        self._picked: Profile | None = None
        self._ruling: Ruling | None = None
        self._consent: ConsentLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the rules again and show them."""
        self._profiles = self._runner.read(list_profiles)
        streams = self._runner.read(list_streams)
        self._view.set_lead(self._lead())
        lines = [
            ProfileLine(each, tuple(stream.called for stream in streams if stream.profile_id == each.id))
            for each in self._profiles
        ]
        here = next((each for each in self._profiles if self._picked and each.id == self._picked.id), None)
        here = here or next(iter(self._profiles), None)
        self._view.show_profiles(lines)
        self._show(here)
        if here:
            self._view.pick_profile(here.id)
        names = {stream.id: stream.called for stream in streams}
        self._view.show_consents(
            [
                ConsentLine(each, names[each.stream_id] if each.stream_id else "All money")
                for each in self._runner.read(list_consents)
            ]
        )
        self.pick_consent(None)

    def pick_consent(self, line: ConsentLine | None) -> None:
        """Take note of what was agreed beforehand: it can be taken off."""
        self._consent = line
        self._view.allow_consents(bool(self._runner.read(advice_choices)), line is not None)

    def attach(self) -> None:
        """Open the form that keeps what somebody said with the money or the kind of spending that it is about."""
        streams = [(str(each.id), each.called) for each in self._runner.read(list_streams)]
        self._view.open_consent(self._runner.read(advice_choices), streams, self.keep_consent)

    def keep_consent(self, texts: Mapping[str, str]) -> None:
        """Keep what somebody said with what it is about, or say that this is missing."""
        form = Reading()
        form.required("line", texts["line"] or texts["stream"], "Choose the kind of spending, the money, or both.")
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        self._keep(
            lambda: self._runner.run(
                attach_advice,
                advice_id=AdviceId(int(texts["advice"])),
                stream_id=StreamId(int(texts["stream"])) if texts["stream"] else None,
                line=ReturnLine(texts["line"]) if texts["line"] else None,
            ),
            "Kept. The return goes by it.",
        )

    def detach(self) -> None:
        """Take off what was agreed beforehand. It can be undone, and what was said stays."""
        if line := self._consent:
            self._runner.run(detach_advice, consent_id=line.consent.id)
            self._view.show_result("Taken off. What was said is still kept. Undo brings it back.")

    def pick(self, line: ProfileLine | None) -> None:
        """Take note of the set of rules picked, and show it."""
        self._show(line.profile if line else None)

    def pick_rule(self, ruling: Ruling | None) -> None:
        """Take note of the rule picked: it can be changed and, if it is the funder's own, taken back."""
        self._ruling = ruling
        self._view.allow_rule_changes(
            ruling is not None and self._picked is not None,
            ruling is not None and not ruling.is_general and self._picked is not None,
        )

    def add(self) -> None:
        """Open the form to start from a pattern."""
        patterns = [(f"{number}", each.name) for number, each in enumerate(shipped_profiles())]
        self._view.open_pattern(patterns, self.keep_pattern)

    def load(self) -> None:
        """Let a file be chosen, and keep the rules in it."""
        try:
            chosen = self._files.open_file("Load rules", KINDS)
            if chosen:
                self._runner.run(load_profile, name=chosen[0], content=chosen[1])
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if chosen:
            self._pick_newest()
            self._view.show_result(f"Loaded. {self._profiles[-1].name} can now be used for your money.")

    def save(self) -> None:
        """Save the rules picked as a file, to hand on."""
        if self._picked is None:
            return
        content = self._runner.read(save_profile, profile_id=self._picked.id)
        try:
            where = self._files.save_file(f"{self._picked.name}.json", content)
        except UserError as error:
            self._view.show_problem(str(error))
            return
        if where:
            self._view.show_result(f"Saved as {where}. It holds the rules alone, and nothing about you.")

    def rename(self) -> None:
        """Open the form for the name of the rules picked."""
        if self._picked:
            texts = {"name": self._picked.name, "note": self._picked.note}
            self._view.open_name(texts, partial(self.keep_name, self._picked.id))

    def remove(self) -> None:
        """Take the rules picked out. It can be undone."""
        if self._picked:
            picked = self._picked
            self._keep(
                lambda: self._runner.run(remove_profile, profile_id=picked.id),
                f"Taken out: {picked.name}. Undo brings it back.",
            )

    def use(self) -> None:
        """Open the form to say which money follows the rules picked."""
        if self._picked is None:
            return
        streams = self._runner.read(list_streams)
        if not streams:
            self._view.show_problem(
                "No money is agreed yet. Add it under Money agreed, then say which rules it follows."
            )
            return
        choices = [(f"{stream.id}", stream.called) for stream in streams]
        self._view.open_use(choices, partial(self.keep_use, self._picked))

    def change(self) -> None:
        """Open the form of the rule picked, filled."""
        if self._picked and self._ruling:
            ruling = self._ruling
            texts = {
                "value": ruling.value,
                "from_day": f"{ruling.from_day or ''}",
                "source": "" if ruling.is_general else ruling.source,
            }
            self._view.open_rule(ruling.rule, texts, partial(self.keep_rule, self._picked.id, ruling.rule))

    def take_back(self) -> None:
        """Take back the rule picked, as if it had not been said. It can be undone."""
        if self._picked and self._ruling:
            picked, ruling = self._picked, self._ruling
            self._keep(
                lambda: self._runner.run(
                    take_back_rule, profile_id=picked.id, rule=ruling.rule, from_day=ruling.from_day
                ),
                "Taken back. The general default holds, or what was said before.",
            )

    def keep_pattern(self, texts: Mapping[str, str]) -> None:
        """Keep a pattern as the beginning of the holder's own rules, under a name."""
        form = Reading()
        pattern = shipped_profiles()[int(texts["pattern"])]
        name = form.field("name", tidy_profile_name, texts["name"] or pattern.name)
        self._view.show_form_errors(form.errors)
        if name is None:
            return
        kept = Profile(id=pattern.id, name=name, note=pattern.note, rulings=pattern.rulings)
        if self._keep(
            lambda: self._runner.run(keep_profile, profile=kept), f"Kept. {name} can now be changed and used."
        ):
            self._pick_newest()

    def keep_name(self, profile_id: ProfileId, texts: Mapping[str, str]) -> None:
        """Keep another name, or say what is wrong with it."""
        form = Reading()
        name = form.field("name", tidy_profile_name, texts["name"])
        self._view.show_form_errors(form.errors)
        if name is not None:
            self._keep(
                lambda: self._runner.run(rename_profile, profile_id=profile_id, name=name, note=texts["note"]),
                f"Kept. These rules are called {name}.",
            )

    def keep_rule(self, profile_id: ProfileId, rule: Rule, texts: Mapping[str, str]) -> None:
        """Keep an answer with its source, or say beside each field what is wrong with it."""
        form = Reading()
        value = form.field("value", rule.read, texts["value"])
        from_day = form.optional("from_day", day_from_text, texts["from_day"])
        self._view.show_form_errors(form.errors)
        if form.errors or value is None:
            return
        self._keep(
            lambda: self._runner.run(
                set_rule, profile_id=profile_id, rule=rule, value=value, source=texts["source"], from_day=from_day
            ),
            f"Kept. {rule.words} {rule.said(value).splitlines()[0]}.",
        )

    def keep_use(self, profile: Profile, texts: Mapping[str, str]) -> None:
        """Let the money chosen follow the rules."""
        stream_id = StreamId(int(texts["stream"]))
        called = next(each.called for each in self._runner.read(list_streams) if each.id == stream_id)
        self._keep(
            lambda: self._runner.run(use_profile, stream_id=stream_id, profile_id=profile.id, today=self._today()),
            f"Kept. {called} follows {profile.name}.",
        )

    def _show(self, profile: Profile | None) -> None:
        self._picked = profile
        self._view.allow_profile_changes(profile is not None)
        self.pick_rule(None)
        general = general_profile()
        if profile:
            self._view.show_rules(f"The rules of {profile.name}", profile.whole(general))
        else:
            self._view.show_rules("The commonest rules", general.whole(general))

    def _pick_newest(self) -> None:
        self._picked = self._profiles[-1]
        self.refresh()

    def _lead(self) -> str:
        if not self._profiles:
            return EMPTY
        return "What each funder asks, from which day, and where it says so. What it does not say is a general default."

    def _keep(self, run: Callable[[], object], result: str) -> bool:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return False
        self._view.close_form()
        self._view.show_result(result)
        return True

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(FUNDING | HOLDER):
            self.refresh()
