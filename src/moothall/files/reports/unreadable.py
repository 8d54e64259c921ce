"""The one way in which a reader says that it cannot read a file, and what would cure it."""

from moothall.files.problems import Problem, UnreadableError


def unreadable(file: str, what: str, cure: str) -> UnreadableError:
    """The error to raise: `what` goes on after the name of the file."""
    return UnreadableError([Problem(file, 1, what, cure)])


def too_much(file: str, what: str) -> UnreadableError:
    """The error for a file beyond the limits of reading."""
    return unreadable(file, what, "Split it, or give only the part that is to be read.")
