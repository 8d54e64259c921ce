"""What if: a council's rule supposed for one question, never stored as a fact."""

from dataclasses import replace

from moothall.facts.authority import RULES
from moothall.facts.programme import Programme


class SuppositionError(ValueError):
    """A supposition that cannot be understood; the message says what would cure it."""


def supposing(programme: Programme, suppositions: tuple[str, ...]) -> Programme:
    """The programme as if each `AUTHORITY.RULE=VALUE` held.  Raises SuppositionError."""
    for text in suppositions:
        name, equals, value = text.partition("=")
        code, dot, rule = name.strip().partition(".")
        codes = [authority.code for authority in programme.authorities]
        if not equals or not dot:
            raise SuppositionError(
                f"{text!r} is no supposition; write AUTHORITY.RULE=VALUE, for example "
                f"{codes[0]}.call_in_days=5"
            )
        if code not in codes:
            raise SuppositionError(
                f"{code!r} is no authority of this programme; it has {', '.join(codes)}"
            )
        if rule not in RULES:
            raise SuppositionError(
                f"{rule!r} is no rule of a council; known are {', '.join(sorted(RULES))}"
            )
        try:
            supposed = programme.authority(code).supposing(rule, value.strip())
        except ValueError as error:
            raise SuppositionError(str(error)) from None
        programme = replace(
            programme,
            authorities=tuple(
                supposed if authority.code == code else authority
                for authority in programme.authorities
            ),
        )
    return programme
