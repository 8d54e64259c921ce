"""What shared posts cost and do, as JSON: pounds as texts with two places, so that none is lost."""

from fractions import Fraction
from typing import Any

from moothall.cli.posts_text import Answer
from moothall.facts.posts import SharedPost
from moothall.files.shapes import plain
from moothall.workforce.post_costs import PARTS, CostParts, PostCost
from moothall.workforce.post_effects import Effect, PostEffect, YearEffect, totals_of


def posts_json(answer: Answer) -> dict[str, Any]:
    """The whole answer; a figure that is not known is null, and `lacking` says what to ask."""
    effects = tuple(effect for _, each in answer.effects for effect in each)
    return {
        "programme": answer.programme.about.id,
        "synthetic": answer.programme.about.synthetic,
        "as_at": answer.as_at.isoformat(),
        "since": str(answer.since),
        "until": str(answer.until),
        "assumed": list(answer.assumptions),
        "rates_version": answer.rates_version,
        "posts": {post.id: _post(post, own) for post, own in answer.posts()},
        "totals": [
            {
                "authority": total.authority,
                "year": str(total.year),
                "stream": total.stream.value if total.stream else None,
                "net": _pounds(total.net),
                "net_of_what_is_known": _pounds(total.net_known),
                "posts_not_known": total.unknown,
            }
            for total in totals_of(effects)
        ],
        "findings": [plain(finding) for finding in answer.findings],
    }


def _post(post: SharedPost, effects: tuple[PostEffect, ...]) -> dict[str, Any]:
    return {
        "title": post.title,
        "proposal": post.proposal,
        "host": post.host,
        "starts": str(post.starts) if post.starts else None,
        "term_months": post.term_months,
        "notice_months": post.notice_months,
        "vat_treatment": post.vat_treatment,
        "full_year_cost": _cost(effects[0].full_year.cost),
        "costs": {str(year.year): _cost(year.cost) for year in effects[0].years},
        "councils": {
            effect.authority: {
                "percent": f"{effect.percent:f}",
                "stream": effect.stream.value if effect.stream else None,
                "full_year": {"year": str(effect.full_year.year)} | _effect(effect.full_year.whole),
                "years": {str(year.year): _year(year) for year in effect.years},
                "lacking": [plain(each) for each in effect.lacking],
                "assumed": list(effect.assumed),
            }
            for effect in effects
        },
    }


def _cost(cost: PostCost) -> dict[str, Any]:
    return {
        "year": str(cost.year),
        "total": _pounds(cost.total),
        "at_least": _pounds(cost.at_least),
        **_parts(cost.parts),
        "months_in_service": str(sum(cost.in_service, Fraction(0))),
        "lacking": [plain(each) for each in cost.lacking],
        "assumed": list(cost.assumed),
    }


def _parts(parts: CostParts) -> dict[str, Any]:
    return {name: _pounds(getattr(parts, name)) for name in PARTS}


def _year(year: YearEffect) -> dict[str, Any]:
    return _effect(year.whole) | {"months": [_effect(month) for month in year.months]}


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "share": _pounds(effect.share),
        "share_at_least": _pounds(effect.share_at_least),
        "before": _pounds(effect.before),
        "backfill": _pounds(effect.backfill),
        "net": _pounds(effect.net),
        "net_at_least": _pounds(effect.net_at_least),
    }


def _pounds(amount: Fraction | None) -> str | None:
    """`65000.00`, to the nearest penny, a half penny up."""
    if amount is None:
        return None
    pence = (abs(amount.numerator) * 200 + amount.denominator) // (2 * amount.denominator)
    sign = "-" if amount < 0 and pence else ""
    return f"{sign}{pence // 100}.{pence % 100:02d}"
