"""Rules on the terms of shared posts beside those of the split and of the agreement."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.agreements import Agreement
from moothall.facts.fact import Fact
from moothall.facts.findings import finding_on
from moothall.facts.posts import SharedPost
from moothall.facts.programme import Programme
from moothall.facts.sharing import Split, SplitBasis
from moothall.facts.words import name_of
from moothall.workforce.in_service import end_of

_KIND = "posts"
_BY_WEIGHTS = (
    SplitBasis.POPULATION,
    SplitBasis.CHILDREN_UNDER_FIVE,
    SplitBasis.PUPILS,
    SplitBasis.ACTIVITY,
    SplitBasis.AGREED,
)


def findings(programme: Programme) -> list[Finding]:
    """Everything that the terms of shared posts show."""
    return run(
        (
            a_fixed_term_has_a_length,
            shares_of_a_post_follow_the_split,
            a_post_outlasts_no_agreement,
        ),
        programme,
    )


def a_fixed_term_has_a_length(programme: Programme) -> Iterator[Finding]:
    """Without a term in months nobody can say when a post's cost ends."""
    for post in programme.posts:
        if post.fixed_term and post.term_months is None:
            yield finding_on(
                programme,
                _KIND,
                post,
                Severity.QUESTION,
                f"{post.title} is for {post.term or 'a fixed term'}, and no number of months is "
                "given: when its cost ends cannot be worked out.",
                "Ask for the term in months.",
            )


def shares_of_a_post_follow_the_split(programme: Programme) -> Iterator[Finding]:
    """What a post's terms say of shares is what the proposal's split says."""
    for split in programme.splits:
        agreed = _percents(programme, split)
        if not agreed:
            continue
        for post in [post for post in programme.posts if post.proposal == split.proposal]:
            own = {share.authority: Fraction(share.percent) for share in post.shares}
            codes = dict.fromkeys((*agreed, *own))
            # Thirds are written 33, 33 and 34: less than one of the last place is rounding.
            last = max(share.percent.as_tuple().exponent for share in post.shares)
            unit = Fraction(Decimal(1).scaleb(int(last)))
            if all(abs(agreed.get(c, Fraction(0)) - own.get(c, Fraction(0))) < unit for c in codes):
                continue
            yield finding_on(
                programme,
                _KIND,
                post,
                Severity.WARNING,
                f"{post.title} is split {_shown(programme, own)}, and the proposal's split by "
                f"{split.basis} from {split.since} on is {_shown(programme, agreed)}.",
                "Say which of the two holds, and correct the other.",
                upholds="R6",
                figures=(
                    ("the post's terms", _shown(programme, own)),
                    (f"split {split.id}", _shown(programme, agreed)),
                ),
            )


def a_post_outlasts_no_agreement(programme: Programme) -> Iterator[Finding]:
    """Where the agreement can end before the post does, its employer is left with the cost."""
    for post in programme.posts:
        left = name_of(programme, post.host) if post.host else "the host employer"
        for fact, name, months in _notices(programme, post):
            if post.notice_months is not None and post.notice_months > months:
                yield finding_on(
                    programme,
                    _KIND,
                    post,
                    Severity.WARNING,
                    f"{post.title} has {post.notice_months} months of notice and {name} only "
                    f"{months}: {left} would pay the difference alone.",
                    "Make the agreement's notice at least as long as the post's, or say who pays.",
                    figures=(
                        ("notice of the post", f"{post.notice_months} months"),
                        (f"notice in {fact.id}", f"{months} months"),
                    ),
                )
        end = end_of(post)
        last = None if end is None else end - timedelta(days=1)
        for agreement in _agreements(programme, post):
            if last is not None and agreement.ends is not None and agreement.ends.latest < last:
                yield finding_on(
                    programme,
                    _KIND,
                    post,
                    Severity.WARNING,
                    f"{post.title} lasts to {in_words(last)}, and {agreement.name} ends "
                    f"({agreement.ends}) before it: {left} would pay what is left alone.",
                    "Let both end together, or say who pays in between.",
                )


def _percents(programme: Programme, split: Split) -> dict[str, Fraction]:
    """A split's shares in per cent where its own weights say them; empty where they do not."""
    parties = programme.proposal(split.proposal).parties
    if split.moves_over or split.nobody_worse_off:
        return {}
    if split.basis is SplitBasis.EQUAL:
        return {code: Fraction(100, len(parties)) for code in parties}
    total = sum((Fraction(each.weight) for each in split.weights), Fraction(0))
    if split.basis not in _BY_WEIGHTS or not total:
        return {}
    return {each.authority: Fraction(each.weight) * 100 / total for each in split.weights}


def _shown(programme: Programme, percents: dict[str, Fraction]) -> str:
    return ", ".join(
        f"{name_of(programme, code)} {float(percent):.4g}%" for code, percent in percents.items()
    )


def _agreements(programme: Programme, post: SharedPost) -> list[Agreement]:
    return [each for each in programme.agreements if each.proposal == post.proposal]


def _notices(programme: Programme, post: SharedPost) -> Iterator[tuple[Fact, str, int]]:
    """Everything by which the arrangement around a post can be ended, with its months of notice."""
    for agreement in _agreements(programme, post):
        if agreement.notice_months is not None:
            yield agreement, agreement.name, agreement.notice_months
    for terms in programme.exit_terms:
        if terms.proposal == post.proposal and terms.notice_months is not None:
            yield terms, "the exit terms have", terms.notice_months
