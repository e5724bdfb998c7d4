"""What can be done with the holder and the supporters."""

from datetime import date

import pytest

from pa_manager.file.work import NotFound
from pa_manager.holder.model import NameMissing, Nation, NoHolderYet, NotAnAddress, SupporterId, SupporterRole
from pa_manager.holder.operations import (
    HOLDER,
    add_supporter,
    change_supporter,
    find_holder,
    find_supporter,
    keep_holder,
    list_supporters,
    things_to_do,
)
from pa_manager.values.tasks import Place
from tests.conftest import TODAY


def test_before_anybody_is_named_there_is_no_holder(runner):
    with pytest.raises(NoHolderYet):
        runner.read(find_holder)
    (task,) = runner.read(things_to_do, today=TODAY)
    assert task.place == Place("holder")


def test_the_holder_is_kept_and_can_be_kept_again(runner):
    assert runner.run(keep_holder, name=" Jean  Pellow", born_on=date(1953, 9, 2)) == HOLDER
    runner.run(keep_holder, name="Jean Pellow", nation=Nation.WALES, address="1 Mill Lane\nMidtown")

    holder = runner.read(find_holder)
    assert (holder.name, holder.nation, holder.born_on) == ("Jean Pellow", Nation.WALES, None)
    assert holder.address == "1 Mill Lane\nMidtown"
    assert runner.read(things_to_do, today=TODAY) == ()


def test_naming_the_holder_can_be_undone_and_done_again(runner):
    runner.run(keep_holder, name="Jean Pellow")
    runner.undo()
    runner.run(keep_holder, name="Joan Pellow")
    assert runner.read(find_holder).name == "Joan Pellow"


def test_a_holder_without_a_name_is_refused_and_the_old_one_stays(runner):
    runner.run(keep_holder, name="Jean Pellow")
    with pytest.raises(NameMissing):
        runner.run(keep_holder, name=" ")
    with pytest.raises(NotAnAddress):
        runner.run(keep_holder, name="Joan", email="no address")
    assert runner.read(find_holder).name == "Jean Pellow"


def test_supporters_are_listed_by_name_and_can_be_changed(runner):
    runner.run(add_supporter, name="Rowena Pellow", role=SupporterRole.SUITABLE_PERSON, may_do="Everything")
    runner.run(add_supporter, name="Bea Lang", role=SupporterRole.ULO_WORKER)
    bea, rowena = runner.read(list_supporters)

    changed = runner.run(
        change_supporter,
        supporter_id=rowena.id,
        name=rowena.name,
        role=SupporterRole.FAMILY,
        last=date(2026, 5, 31),
    )

    assert changed == HOLDER
    assert bea.name == "Bea Lang"
    again = runner.read(find_supporter, rowena.id)
    assert (again.role, again.may_do, again.last) == (SupporterRole.FAMILY, "", date(2026, 5, 31))


def test_a_supporter_who_is_not_there_is_said_in_words(runner):
    with pytest.raises(NotFound, match="no longer in the file"):
        runner.run(change_supporter, supporter_id=SupporterId(7), name="Bea", role=SupporterRole.OTHER)
