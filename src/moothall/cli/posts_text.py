"""What shared posts cost and do, as text for a person."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding
from moothall.basics.pence import to_the_penny
from moothall.basics.years import FinancialYear
from moothall.facts.posts import SharedPost
from moothall.facts.programme import Programme
from moothall.facts.words import in_pounds, listed, name_of
from moothall.workforce.assumptions import ONLY_HERE
from moothall.workforce.post_costs import PARTS
from moothall.workforce.post_effects import Effect, PostEffect, YearEffect, totals_of

WIDTH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Everything that the command answers; `effects` by proposal, for years before `until`."""

    programme: Programme
    as_at: date
    since: FinancialYear
    until: FinancialYear
    assumptions: tuple[str, ...]
    rates_version: str
    effects: tuple[tuple[str, tuple[PostEffect, ...]], ...]
    findings: tuple[Finding, ...]

    def posts(self) -> Iterator[tuple[SharedPost, tuple[PostEffect, ...]]]:
        """Each post with its effect on every council."""
        for _, effects in self.effects:
            for post_id in dict.fromkeys(effect.post for effect in effects):
                post = next(p for p in self.programme.posts if p.id == post_id)
                yield post, tuple(effect for effect in effects if effect.post == post_id)


def posts_text(answer: Answer) -> str:
    """The answer: first what can be known at all, then post by post, then what to ask."""
    lines = _wrapped(_first_line(answer), "")
    lines.append(f"{answer.programme.about.name}, as known on {in_words(answer.as_at)}")
    if answer.programme.about.synthetic:
        lines.append("SYNTHETIC DATA: these councils and figures are invented.")
    if answer.assumptions:
        lines += ["", "ASSUMED for this answer, by nobody's paper:"]
        lines += [f"  {each}" for each in answer.assumptions]
    for post, effects in answer.posts():
        lines += ["", *_post(answer.programme, post, effects)]
    lines += _totals(answer)
    asked = dict.fromkeys(_questions(answer))
    if asked:
        lines += ["", "To ask", *(line for each in asked for line in _wrapped(each))]
    told = [f for f in answer.findings if f.severity.value in ("breach", "warning")]
    if told:
        lines += ["", "Found"]
        for finding in told:
            lines += _wrapped(f"{finding.message} {finding.cure}")
    return "\n".join(lines)


def _first_line(answer: Answer) -> str:
    posts = list(answer.posts())
    if not posts:
        return "No shared post is held."
    years = [effects[0].full_year for _, effects in posts]
    whole = [year for year in years if year.cost.total is not None]
    floors = [year for year in years if year.cost.total is None and year.cost.at_least is not None]
    if not whole and not floors:
        names = listed([_shares(answer.programme, effects) for effects in _different(posts)])
        number = f"all {len(posts)} shared posts" if len(posts) > 1 else "the shared post"
        return (
            f"Nothing can be priced: the salary of {number} is not stated. Known are the shares: "
            f"{names}."
        )
    if len(posts) == 1:
        least = "" if whole else "at least "
        cost = in_pounds(_sum(years))
        words = [f"The post costs {least}{cost} in a full year ({years[0].year})"]
        if floors:
            lacking = [each.what for each in floors[0].cost.lacking]
            words.append(f"not known: {listed(lacking)}")
        return f"{'; '.join([*words, *_council_words(answer.programme, posts[0][1])])}."
    words = []
    if whole:
        words.append(f"{_cost_of(whole, len(posts))} {in_pounds(_sum(whole))}")
    if floors:
        words.append(f"{_cost_of(floors, len(posts))} at least {in_pounds(_sum(floors))}")
    if missing := len(years) - len(whole) - len(floors):
        words.append(f"of {missing} the salary is not stated")
    return f"In a full year {'; '.join(words)}."


def _cost_of(some: list[YearEffect], every: int) -> str:
    return f"{len(some)} of {every} posts cost{'s' if len(some) == 1 else ''}"


def _sum(years: list[YearEffect]) -> Fraction:
    """What is known of the costs, each in whole pence as it is shared."""
    costs = [to_the_penny([year.cost.at_least or Fraction(0)])[0] for year in years]
    return sum(costs, Fraction(0))


def _council_words(programme: Programme, effects: tuple[PostEffect, ...]) -> Iterator[str]:
    for effect in effects:
        net = effect.full_year.whole.net
        said = "not known" if net is None else _saves(net)
        yield f"net effect on {name_of(programme, effect.authority)}: {said}"


def _different(
    posts: list[tuple[SharedPost, tuple[PostEffect, ...]]],
) -> Iterator[tuple[PostEffect, ...]]:
    """Effects with shares that no post before had."""
    seen: set[tuple[tuple[str, object], ...]] = set()
    for _, effects in posts:
        key = tuple((effect.authority, effect.percent) for effect in effects)
        if key not in seen:
            seen.add(key)
            yield effects


def _post(programme: Programme, post: SharedPost, effects: tuple[PostEffect, ...]) -> Iterator[str]:
    host = name_of(programme, post.host) if post.host else "not stated"
    yield from _wrapped(f"{post.title} ({post.id})", "")
    yield from _wrapped(f"Shares: {_shares(programme, effects)}. Employer: {host}.")
    term = f"{post.term_months} months" if post.term_months else post.term
    ends = f", for {term}" if term else ""
    notice = f"{post.notice_months} months" if post.notice_months else post.notice
    yield from _wrapped(
        f"Starts: {post.starts or 'not stated'}{ends}. Notice: {notice or 'not stated'}."
    )
    full, years = effects[0].full_year, effects[0].years
    if full.cost.at_least is None:
        yield "  Cost: not known."
    elif not any(sum(y.cost.in_service) == 12 and y.year == full.year for y in years):
        yield from _wrapped(_cost(full, full=True))
        yield from _councils(programme, [(each, each.full_year) for each in effects])
    for place, year in enumerate(years):
        if not any(year.cost.in_service):
            yield f"  {year.year}: not in service"
        elif year.cost.at_least is not None:
            yield from _wrapped(_cost(year, full=False))
            yield from _councils(programme, [(each, each.years[place]) for each in effects])
    assumed = dict.fromkeys(
        part
        for year in (full, *years)
        for each in (*year.cost.assumed, *effects[0].assumed)
        for part in each.split("; ")
        if not part.endswith(ONLY_HERE)
    )
    if assumed:
        yield from _wrapped(f"Taken as so: {'; '.join(assumed)}.")


def _councils(programme: Programme, effects: list[tuple[PostEffect, YearEffect]]) -> Iterator[str]:
    for effect, year in effects:
        stream = effect.stream.value if effect.stream else "stream not stated"
        name = name_of(programme, effect.authority)
        yield from _wrapped(f"{name} ({stream}): {_effect(year.whole)}", "    ")


def _cost(year: YearEffect, *, full: bool) -> str:
    cost, called = year.cost, f"{year.year}{', a full year' if full else ''}"
    if cost.at_least is None:
        return f"{called}: cost not known"
    parts = cost.parts
    made_of = ", ".join(
        f"{name.replace('_', ' ').replace('national insurance', 'National Insurance')} "
        f"{'?' if value is None else in_pounds(value)}"
        for name in PARTS
        if (value := getattr(parts, name)) is None or value
    )
    months = sum(cost.in_service, Fraction(0))
    served = "" if full or months == 12 else f", {float(months):.4g} months in service"
    least = "" if cost.total is not None else "at least "
    return f"{called}: {least}{in_pounds(cost.at_least)} ({made_of}{served})"


def _effect(effect: Effect) -> str:
    share = "?" if effect.share_at_least is None else in_pounds(effect.share_at_least)
    least = "" if effect.complete else "at least "
    before = "?" if effect.before is None else in_pounds(effect.before)
    backfill = "?" if effect.backfill is None else in_pounds(effect.backfill)
    if effect.net is not None:
        net = _saves(effect.net)
    elif effect.net_at_least is not None:
        net = f"not known, {in_pounds(effect.net_at_least)} or more"
    else:
        net = "not known"
    return f"share {least}{share} - before {before} + backfill {backfill} = {net}"


def _saves(net: Fraction) -> str:
    if not net:
        return "no effect"
    return f"{in_pounds(net)} more" if net > 0 else f"{in_pounds(-net)} less than before"


def _totals(answer: Answer) -> Iterator[str]:
    effects = tuple(effect for _, each in answer.effects for effect in each)
    totals = [total for total in totals_of(effects) if total.net is not None]
    if not totals or len(list(answer.posts())) < 2:
        return
    yield ""
    yield "Together"
    for total in totals:
        stream = total.stream.value if total.stream else "stream not stated"
        name = name_of(answer.programme, total.authority)
        yield f"  {total.year}  {name} ({stream}): {_saves(total.net or Fraction(0))}"


def _questions(answer: Answer) -> Iterator[str]:
    for _, effects in answer.posts():
        for effect in effects:
            for year in (effect.full_year, *effect.years):
                yield from (each.ask for each in year.cost.lacking)
            yield from (each.ask for each in effect.lacking)


def _shares(programme: Programme, effects: Iterable[PostEffect]) -> str:
    return ", ".join(f"{name_of(programme, e.authority)} {e.percent}%" for e in effects)


def _wrapped(words: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if indent else "",
        break_on_hyphens=False,
    )
