"""The rates that the country sets, read from the program's own files."""

import hashlib
from functools import cache

from moothall.files.problems import Problem, UnreadableError
from moothall.files.registers import register_folder
from moothall.files.shapes import shape
from moothall.files.texts import read_text
from moothall.law.rates_held import Rate, StatutoryRates, lacking

RATES = "law/rates"


@cache
def read_rates() -> StatutoryRates:
    """Every rate.  Its version is the digest of the files it was read from.

    Raises UnreadableError with every problem, an entry without its source among them.
    """
    digest = hashlib.sha256()
    held: list[Rate] = []
    for path in sorted(register_folder(RATES).glob("*.yaml")):
        digest.update(path.read_bytes())
        text = read_text(path, f"moothall/{RATES}/{path.name}")
        for place, entry in enumerate(text.content or ()):
            rate = shape(text, entry, Rate, (place,))
            if rate is not None:
                held.append(rate)
        if text.problems:
            raise UnreadableError(text.problems)
    if wrong := [
        Problem(f"moothall/{RATES}", 1, what, "Mend the entry.") for what in lacking(held)
    ]:
        raise UnreadableError(wrong)
    return StatutoryRates(rates={rate.id: rate for rate in held}, version=digest.hexdigest()[:12])
