"""What docstrings say of arguments is what the code takes."""

from docstrings import callees, documented_names

# A public function of so many arguments has a "Parameters" section.
MANY = 4


def test_documented_arguments_are_those_of_the_signature():
    wrong = [
        f"{c.where} takes {c.arguments}, its docstring tells of {c.documented}"
        for c in callees()
        if c.documented is not None and set(c.documented) != set(c.arguments)
    ]
    assert not wrong, "\n".join(wrong)


def test_functions_of_many_arguments_say_what_they_take():
    """Commands of the terminal are left out: each of their options has its help beside it."""
    wrong = [
        c.where
        for c in callees()
        if c.is_public and c.is_function and c.documented is None and len(c.arguments) >= MANY
        if not c.where.endswith("_command")
    ]
    assert not wrong, "write a Parameters section:\n" + "\n".join(wrong)


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
