"""Tests are spread over workers by file, so that what a file shares is made once."""

import os

import pytest


def test_the_tests_of_a_file_are_one_group(request: pytest.FixtureRequest) -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ or not request.config.getvalue("loadgroup"):
        pytest.skip("tests run on one worker, or not in groups")
    # The scheduler reads the group behind the last @.
    assert request.node.nodeid.endswith(f"@{request.node.location[0]}")
