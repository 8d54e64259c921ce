"""What if: a figure that the sources withhold, assumed for one answer and never stored.

`POST.salary=65000`, `POST.backfill.COUNCIL=20000`, `COUNCIL.pension_percent=20.5`,
`COUNCIL.pay_award_percent@2022/23=1.75`.  Everything assumed is marked so and printed.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from moothall.basics.citations import Citation
from moothall.basics.dates import read_written_date
from moothall.basics.figures import read_figure
from moothall.basics.years import FinancialYear, read_financial_year
from moothall.facts.baselines import FundingStream
from moothall.facts.posts import PaidBefore, SharedPost
from moothall.facts.programme import Programme
from moothall.facts.sharing import EmployerRates

ONLY_HERE = "for this answer only"
"""With what every assumption made here ends."""


class AssumptionError(ValueError):
    """An assumption that cannot be understood; the message says what would cure it."""


def assuming(
    programme: Programme, assumptions: tuple[str, ...], since: FinancialYear, as_at: date
) -> Programme:
    """The programme as if each assumption held; rates without a year hold from `since` on.

    Raises AssumptionError.
    """
    for text in assumptions:
        name, equals, value = text.partition("=")
        key, dot, field = name.strip().partition(".")
        if not equals or not dot:
            raise AssumptionError(
                f"{text!r} is no assumption; write POST.salary=65000 or COUNCIL.pension_percent=20"
            )
        posts = {post.id: post for post in programme.posts}
        councils = [authority.code for authority in programme.authorities]
        try:
            if key in posts:
                post = _with(posts[key], field, value.strip(), councils)
                programme = replace(
                    programme, posts=tuple(post if p.id == key else p for p in programme.posts)
                )
            elif key in councils:
                rates = _rates(
                    key, field, value.strip(), since, as_at, len(programme.employer_rates)
                )
                programme = replace(programme, employer_rates=(*programme.employer_rates, rates))
            else:
                known = ", ".join([*posts, *councils])
                raise ValueError(f"{key!r} is no shared post and no council; known are {known}")
        except ValueError as error:
            raise AssumptionError(f"{text!r}: {error}") from None
    return programme


def _amount(text: str) -> Any:
    figure = read_figure(text)
    if figure.value < 0:
        raise ValueError(f"{text} is negative; write a positive amount")
    return figure


def _flag(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(f"{text!r} is neither yes nor no; write yes or no")
    return text == "yes"


def _months(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 1200:
        raise ValueError(f"{text!r} is no number of months; write a whole number")
    return int(text)


_FIELDS: dict[str, Callable[[str], Any]] = {
    "salary": _amount,
    "honorarium": _amount,
    "salary_year": read_financial_year,
    "honorarium_rises": _flag,
    "fte": lambda text: _amount(text).value,
    "starts": read_written_date,
    "term_months": _months,
    "funding_stream": FundingStream,
}
_BY_COUNCIL = ("paid_before", "backfill")
_RATES = ("pension_percent", "levy_percent", "pay_award_percent")


def _with(post: SharedPost, field: str, value: str, councils: list[str]) -> SharedPost:
    name, _, code = field.partition(".")
    if name in _BY_COUNCIL:
        _council(code, councils)
        paid = PaidBefore(authority=code, pounds=_amount(value).value)
        kept = tuple(each for each in getattr(post, name) if each.authority != code)
        changed: dict[str, Any] = {name: (*kept, paid)}
    elif field == "host":
        _council(value, councils)
        changed = {"host": value}
    elif field in _FIELDS:
        changed = {field: _FIELDS[field](value)}
    else:
        known = ", ".join(["host", *_FIELDS, *(f"{each}.COUNCIL" for each in _BY_COUNCIL)])
        raise ValueError(f"{field!r} cannot be assumed of a post; known are {known}")
    said = f"{field.replace('_', ' ')} {value}, {ONLY_HERE}"
    return replace(post, assumed=f"{post.assumed}; {said}" if post.assumed else said, **changed)


def _council(code: str, councils: list[str]) -> None:
    if code not in councils:
        raise ValueError(f"{code!r} is no council here; known are {', '.join(councils)}")


def _rates(
    code: str, field: str, value: str, since: FinancialYear, as_at: date, number: int
) -> EmployerRates:
    name, at, year = field.partition("@")
    if name not in _RATES:
        raise ValueError(f"{name!r} is no rate of a council; known are {', '.join(_RATES)}")
    percent = read_figure(value.removesuffix("%")).value
    return EmployerRates(
        id=f"assumed-{number}",
        source=Citation("assumed", ONLY_HERE),
        known_on=as_at,
        owner=code,
        assumed=ONLY_HERE,
        authority=code,
        since=read_financial_year(year) if at else since,
        pension_percent=percent if name == "pension_percent" else None,
        levy_percent=percent if name == "levy_percent" else None,
        pay_award_percent=percent if name == "pay_award_percent" else None,
    )
