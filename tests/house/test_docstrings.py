"""What docstrings say of arguments is what the code takes."""

from pathlib import Path

from docstrings import callees, documented_names

# Public functions of four and more arguments without a "Parameters" section: to be written.  A name may go
# from this list and none may come to it.
TO_BE_WRITTEN = Path(__file__).with_name("undocumented_arguments.txt")
MANY = 4


def without_section():
    """Commands of the terminal are left out: each of their options has its help beside it."""
    return {
        c.where
        for c in callees()
        if c.is_public and c.is_function and c.documented is None and len(c.arguments) >= MANY
        if not c.where.endswith("_command")
    }


def test_documented_arguments_are_those_of_the_signature():
    wrong = [
        f"{c.where} takes {c.arguments}, its docstring tells of {c.documented}"
        for c in callees()
        if c.documented is not None and set(c.documented) != set(c.arguments)
    ]
    assert not wrong, "\n".join(wrong)


def test_functions_of_many_arguments_say_what_they_take():
    listed = set(TO_BE_WRITTEN.read_text(encoding="utf-8").split())
    found = without_section()
    assert not found - listed, "write a Parameters section"
    assert not listed - found, f"written by now: take it out of {TO_BE_WRITTEN.name}"


def test_the_check_reads_numpydoc():
    text = """Sum.

    Parameters
    ----------
    a, b : int
        Of these: x, y.
    **more
        Ignored.

    Raises
    ------
    ValueError
        Never.
    """
    assert documented_names(text) == ("a", "b", "more")
    assert documented_names("Nothing.") is None
