"""Shared fixtures: where outside data lies, and a single place for the random seed."""

from pathlib import Path

import numpy as np
import pytest
from places import SHARED


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="write the goldens anew (tests/pipeline/goldens)")


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
