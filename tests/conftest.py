"""Shared fixtures: where outside data lies, and a single place for the random seed."""

from itertools import chain, groupby, zip_longest
from pathlib import Path

import numpy as np
import pytest
from places import SHARED

# Files of these folders are begun first, one that waits for a browser beside one that computes: begun last,
# the longest files would keep one process busy while the others have nothing left to do.
WAITING, COMPUTING = ("workstation",), ("pipeline", "postimplant", "cli", "batch", "optimize", "phantoms")


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="write the goldens anew (tests/pipeline/goldens)")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """What drives a browser is marked; long files come first, within a file the order stays."""
    for item in items:
        if item.path.name.startswith("test_page_") and item.path.name != "test_page_build.py":
            item.add_marker("browser")
    files = [list(tests) for _, tests in groupby(items, key=lambda item: item.path)]

    def of(folders):
        return [tests for tests in files if tests[0].path.parent.name in folders]

    first = [tests for pair in zip_longest(of(WAITING), of(COMPUTING)) for tests in pair if tests]
    rest = [tests for tests in files if tests not in first]
    items[:] = chain.from_iterable(first + rest)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of real cases beside the checkout; tests that need it are skipped where it is absent."""
    path = SHARED / "data"
    if not path.is_dir():
        pytest.skip("real cases (../shared/data) are not on this machine")
    return path


@pytest.fixture
def rng(request) -> np.random.Generator:
    """A generator whose seed is fixed, so that a failing case can be made again."""
    return np.random.default_rng(20260101)


@pytest.fixture(scope="module")
def hand_plan(tmp_path_factory) -> Path:
    """A plan folder on a small patient, made without a search."""
    from hand_plans import write_hand_plan

    return write_hand_plan(tmp_path_factory.mktemp("workstation"))


@pytest.fixture(scope="module")
def view_server(hand_plan):
    """`tps view` on the hand-made plan, one for a file of tests; skips where there is no browser."""
    from workstation_page import Server, need_browser

    need_browser()
    server = Server(hand_plan, log=hand_plan.parent / "view.log")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def page(view_server, tmp_path_factory):
    """The page of that server in a browser."""
    from workstation_page import Page

    page = Page(view_server.address, tmp_path_factory.mktemp("profile"))
    yield page
    page.close()
