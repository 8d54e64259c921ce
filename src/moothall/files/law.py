"""The law's values, read from the program's own files."""

import hashlib
from functools import cache

from moothall.files.problems import Problem, UnreadableError
from moothall.files.registers import register_folder
from moothall.files.shapes import shape
from moothall.files.texts import read_text
from moothall.law.calendar import load_calendar
from moothall.law.law import Law, Rule
from moothall.law.standing import lacking


@cache
def read_law() -> Law:
    """Every value of law.  Its version is the digest of the files it was read from.

    The calendar of public holidays is loaded along with it: it is input like the values, and the
    stages after reading should not have to wait for it.
    """
    load_calendar()
    digest = hashlib.sha256()
    held: list[Rule] = []
    for path in sorted(register_folder("law/values").glob("*.yaml")):
        digest.update(path.read_bytes())
        text = read_text(path, f"moothall/law/values/{path.name}")
        for place, entry in enumerate(text.content or ()):
            rule = shape(text, entry, Rule, (place,))
            if rule is not None:
                held.append(rule)
        if text.problems:
            raise UnreadableError(text.problems)
    if wrong := [
        Problem("moothall/law/values", 1, what, "Mend the entry.") for what in lacking(held)
    ]:
        raise UnreadableError(wrong)
    return Law(rules={rule.id: rule for rule in held}, version=digest.hexdigest()[:12])
