"""What is wrong with a phantom that was asked for; one that cannot be written is ``OutputRefused``."""


class PhantomError(ValueError):
    """A phantom that cannot be made as asked for; nothing was written.

    Parameters
    ----------
    what : str
        What is wrong, with the value found.
    expected : str
        What would have been accepted.
    """

    def __init__(self, what: str, expected: str = ""):
        self.what, self.expected = what, expected
        super().__init__(f"{what}. Expected: {expected}" if expected else what)
