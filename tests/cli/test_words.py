"""The words that can be typed."""

import pytest

from tests.cli.clerk import SPRING


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nothing"], "invalid choice"),
        (["todo"], "--in"),
        (["return", "--in", "x.pam", "--first", "31 2 2026", "--last", "8 6 2026"], "February 2026 has 28 days"),
        (["return", "--in", "x.pam", *SPRING, "--large"], "--large goes with --pdf"),
        (["check", "--in", "x.pam", "--first", "1 4 2026"], "--first and --last go together"),
        (["reconcile", "--in", "x.pam", *SPRING, "--opening", "lots", "--closing", "1"], "not an amount of money"),
        (["import", "a.csv", "--in", "x.pam", "--also", "four"], "These are no lines"),
        (["import", "a.csv", "--in", "x.pam", "--yes", "WHY"], "No question is asked under the name WHY"),
        (["todo", "--in", "x.pam", "--password", "secret"], "unrecognized arguments"),
    ],
)
def test_wrong_usage_is_2_and_no_password_is_asked_for(clerk, words, says):
    assert clerk.type(*words) == 2
    assert says in clerk.problem
    assert not clerk.asked


def test_help_is_done(clerk, capsys):
    assert clerk.type("--help") == 0
    assert clerk.type("check", "--help") == 0


def test_days_the_wrong_way_round_are_to_be_put_right_before_anything_is_opened(clerk):
    assert clerk.of("return", "--first", "8/6/26", "--last", "1 apr 2026") == 1
    assert clerk.problem.startswith("The last day, 1 April 2026, comes before the first day, 8 June 2026.")
    assert not clerk.asked
