"""The page that counts the published examples, also where the tests are shared among processes."""

import subprocess
import sys

import pytest


@pytest.mark.nightly
@pytest.mark.parametrize("shared", [(), ("-n", "2")], ids=["one process", "two processes"])
def test_the_run_ends_with_a_count_by_topic(shared):
    run = subprocess.run(  # noqa: S603 -- our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *shared, "tests/law/test_oracles.py"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "published examples by topic" in run.stdout
    topic = next(line for line in run.stdout.splitlines() if line.startswith("statutory_redundancy"))
    assert "0 failed" in topic
    assert int(topic.split()[1]) > 0
