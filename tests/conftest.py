"""What several files of tests share."""

import pytest

from tests.browser import chromium


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened
