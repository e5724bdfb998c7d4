"""Bank files, receipts and papers kept inside the file."""

import pytest
from sqlalchemy.exc import IntegrityError

from pa_manager.file import contents
from pa_manager.file.contents import ContentDamaged, ContentId
from pa_manager.file.running import Changes
from pa_manager.file.work import NotFound
from tests.file.scratch import sql


def keep(work, *, content):
    contents.keep(work, content)
    return Changes.of("contents")


def test_contents_come_out_as_they_were_put_in(runner):
    runner.run(keep, content=bytes(range(256)))
    assert runner.read(contents.read, ContentId(1)) == bytes(range(256))


def test_the_same_bytes_are_kept_once(runner):
    first = runner.read(lambda work: [contents.keep(work, b"receipt") for _ in range(2)])
    assert first == [1, 1]


def test_contents_stay_when_what_brought_them_is_undone(runner):
    runner.run(keep, content=b"bank file")
    runner.undo()
    assert runner.read(contents.read, ContentId(1)) == b"bank file"


def test_what_was_never_kept_is_not_found(runner):
    with pytest.raises(NotFound):
        runner.read(contents.read, ContentId(1))


@pytest.mark.parametrize("change", ["UPDATE content SET bytes = x'00'", "DELETE FROM content"])
def test_contents_are_never_changed(runner, change):
    runner.run(keep, content=b"receipt")
    with pytest.raises(IntegrityError, match="never changed"):
        runner.read(sql, change)


def test_damaged_contents_are_not_passed_on(runner):
    runner.run(keep, content=b"receipt")

    def read_after_damage(work):
        sql(work, "DROP TRIGGER content_stays_UPDATE")
        sql(work, "UPDATE content SET bytes = x'00'")
        return contents.read(work, ContentId(1))

    with pytest.raises(ContentDamaged):
        runner.read(read_after_damage)
