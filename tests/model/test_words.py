"""Numbers of things in what people read."""

import pytest

from tps.model.words import counted


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 needles"), (1, "1 needle"), (2, "2 needles"), (21, "21 needles")]
)
def test_one_is_singular(count, words):
    assert counted(count, "needle") == words
