"""The recovery code on paper."""

from datetime import date
from pathlib import Path

import pytest

from pa_manager.door.report import RecoveryPage, recovery_pdf
from tests.door.keeping import CODE
from tests.paper.reading import read_aloud, reads_as_agreed, text_of, unmarked

GOLDEN = Path(__file__).parent / "golden"
PAGE = RecoveryPage(for_whom="Siân & Ŵyn Pellow", file_name="Pellow.pam", code=CODE, made_on=date(2026, 5, 21))


def test_the_page_reads_as_agreed(request):
    update = request.config.getoption("--update-golden")
    reads_as_agreed(recovery_pdf(PAGE), GOLDEN / "recovery_code.txt", update=update)


@pytest.mark.parametrize("large", [False, True])
def test_the_code_stands_whole_on_the_one_page(large):
    pdf = recovery_pdf(PAGE, large=large)
    assert CODE.replace("-", "") in "".join(text_of(pdf).split("\f")[0].split())
    assert unmarked(pdf) == []


def test_the_headings_can_be_walked():
    assert read_aloud(recovery_pdf(PAGE), "H1", "H2", "H3") == [
        "Recovery code",
        "The code",
        "How to use it",
        "Good to know",
    ]
