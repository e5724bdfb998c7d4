"""Counts the published examples by topic at the end of the run: passed, failed, left out and why.

The outermost conftest takes these hooks: where the tests are shared among processes, that one alone is read by the
process that hears of every outcome and writes the page.
"""

from collections import Counter, defaultdict

import pytest

_COUNTS: defaultdict[str, Counter[str]] = defaultdict(Counter)
_LEFT_OUT: defaultdict[str, Counter[str]] = defaultdict(Counter)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note the outcome of each test that bears a topic."""
    topics = [str(value) for name, value in report.user_properties if name == "topic"]
    if not topics or report.when != "call":
        return
    _COUNTS[topics[0]][report.outcome] += 1
    if report.skipped and isinstance(report.longrepr, tuple):
        _LEFT_OUT[topics[0]][str(report.longrepr[2]).removeprefix("Skipped: ")] += 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the page."""
    if not _COUNTS:
        return
    terminalreporter.section("published examples by topic")
    for topic, counts in sorted(_COUNTS.items()):
        terminalreporter.write_line(
            f"{topic:<52} {counts['passed']:>4} passed {counts['failed']:>3} failed {counts['skipped']:>3} left out"
        )
        for why, count in _LEFT_OUT[topic].items():
            terminalreporter.write_line(f"    {count} left out: {why}")
    whole = sum(_COUNTS.values(), Counter[str]())
    terminalreporter.write_line(
        f"{'all topics':<52} {whole['passed']:>4} passed {whole['failed']:>3} failed {whole['skipped']:>3} left out"
    )
