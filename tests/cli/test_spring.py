"""The main job: one bank's file in, the return out, whatever the bank."""

import json

import pytest

from tests.cli.clerk import SPRING

FILES = (
    "layouts/lloyds.csv",
    "layouts/barclays.csv",
    "layouts/monzo.csv",
    "layouts/starling.csv",
    "layouts/nationwide.csv",
    "formats/ofx1_sgml.ofx",
)


@pytest.mark.parametrize("name", FILES)
def test_the_spring_closes_at_2582_21_from_every_bank(jean, name):
    assert jean.bring_in(name) == 0
    agreed = jean.figures("reconcile", *SPRING, "--opening", "1842.17", "--closing", "£2,582.21")
    assert (agreed["agreed"], agreed["difference"], agreed["payments"]) == (True, "0.00", 26)
    figures = jean.figures("return", *SPRING)
    assert (figures["opening"], figures["closing"], figures["difference"]) == ("1842.17", "2582.21", "0.00")
    assert (figures["total_in"], figures["total_out"]) == ("5205.90", "4465.86")
    taxis = [line["amount"] for line in figures["listing"] if line["day"] == "2026-05-12"]
    assert taxis == ["-9.40", "-9.40"]


@pytest.mark.parametrize("first", FILES)
def test_the_same_file_again_or_that_of_another_bank_adds_nothing_without_asking(jean, first):
    jean.bring_in(first)
    assert jean.bring_in(first) == 0
    assert "Nothing new" in jean.said
    before = jean.figures("return", *SPRING)
    for second in FILES:
        code = jean.bring_in(second, "--json")
        brought = json.loads(jean.said)
        assert brought["brought_in"] == 0
        assert brought["known"] + len(brought["possible_doubles"]) == 26
        assert code == bool(brought["possible_doubles"])
        assert bool(jean.problem) == bool(code)
    assert jean.figures("return", *SPRING) == before
    assert len(before["listing"]) == 26
