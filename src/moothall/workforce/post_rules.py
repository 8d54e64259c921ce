"""Rules on the money of shared posts: what cannot be reckoned, and what is counted twice."""

from collections.abc import Iterator
from decimal import Decimal

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.posts import SharedPost
from moothall.facts.programme import Programme
from moothall.facts.words import listed, name_of, names_of
from moothall.workforce.on_costs import own_rates
from moothall.workforce.post_costs import promises_honorarium, salary_year

_KIND = "posts"


def findings(programme: Programme) -> list[Finding]:
    """Everything that the money of shared posts shows."""
    return run(
        (
            an_honorarium_has_a_rate,
            a_priced_post_has_its_on_costs,
            a_pay_award_is_known,
            what_each_council_paid_before_is_known,
            supplied_staff_have_a_vat_answer,
            a_posts_figures_can_be_reckoned_with,
        ),
        programme,
    )


def an_honorarium_has_a_rate(programme: Programme) -> Iterator[Finding]:
    """An honorarium that is promised has an amount, and it is said whether pay awards raise it."""
    for post in programme.posts:
        if not promises_honorarium(post):
            continue
        host = name_of(programme, post.host) if post.host else "the host employer"
        if post.honorarium is None:
            yield finding_on(
                programme,
                _KIND,
                post,
                Severity.QUESTION,
                f"An honorarium for {post.title} is agreed or spoken of, and its amount is not "
                "stated.",
                f"Ask {host} for the amount a year, who approved it and until when.",
                upholds="D04",
            )
        elif post.honorarium_rises is None:
            yield finding_on(
                programme,
                _KIND,
                post,
                Severity.QUESTION,
                f"Whether pay awards raise the honorarium of {post.title} is not recorded; it is "
                "reckoned as not rising.",
                f"Ask {host} and record yes or no.",
                upholds="D04",
            )


def a_priced_post_has_its_on_costs(programme: Programme) -> Iterator[Finding]:
    """A salary is not a cost: the employer's pension rate and levy are asked for, not assumed."""
    for post in programme.posts:
        year = salary_year(post)
        if post.salary is None or post.host is None or year is None:
            continue
        own = own_rates(programme.employer_rates, post.host, year)
        lacking = [] if own.pension is not None else ["the pension contribution"]
        lacking += [] if own.levy is not None else ["the apprenticeship levy"]
        if lacking:
            host = name_of(programme, post.host)
            yield finding_on(
                programme,
                _KIND,
                post,
                Severity.QUESTION,
                f"{post.title} is employed by {host}, whose rate of {listed(lacking)} in {year} is "
                "not held: only a floor of the cost can be shown.",
                f"Ask {host}'s pension fund and payroll; write 0 where it pays none.",
                upholds="D04",
            )


def a_pay_award_is_known(programme: Programme) -> Iterator[Finding]:
    """Pay that rises every year has a rate of rise, agreed or planned."""
    for post in programme.posts:
        if not post.uplift and post.salary is None:
            continue
        held = any(
            rates.authority == post.host and rates.pay_award_percent is not None
            for rates in programme.employer_rates
        )
        if not held:
            words = f" ({post.uplift})" if post.uplift else ""
            host = name_of(programme, post.host) if post.host else "the host employer"
            yield finding_on(
                programme,
                _KIND,
                post,
                Severity.QUESTION,
                f"The pay of {post.title} rises with pay awards{words}, and none is held: what it "
                "costs after its first year cannot be known.",
                f"Ask {host} for the award of each year, agreed or planned, in per cent.",
                upholds="D04",
            )


def what_each_council_paid_before_is_known(programme: Programme) -> Iterator[Finding]:
    """A share is not a saving: the effect is the share less what was paid before, plus backfill."""
    for proposal in programme.proposals:
        posts = _of(programme, proposal.id)
        unsaid = {
            share.authority: None
            for post in posts
            for share in post.shares
            if share.authority not in {paid.authority for paid in post.paid_before}
        }
        if unsaid:
            yield finding_on(
                programme,
                _KIND,
                posts[0],
                Severity.QUESTION,
                f"What {names_of(programme, unsaid)} paid for the work of {_called(posts)} before "
                "it was shared is not held: whether sharing saves anything cannot be known.",
                "Ask each council's finance officer for the amount a year, on-costs included; 0 if "
                "it paid nothing.",
                upholds="D04",
            )


def supplied_staff_have_a_vat_answer(programme: Programme) -> Iterator[Finding]:
    """One council's staff at work for another may be a taxable supply: somebody has answered."""
    for proposal in programme.proposals:
        posts = [
            post
            for post in _of(programme, proposal.id)
            if post.vat_treatment is None and sum(s.percent > 0 for s in post.shares) > 1
        ]
        if posts:
            yield finding_on(
                programme,
                _KIND,
                posts[0],
                Severity.QUESTION,
                f"How VAT is treated where one council recovers the cost of {_called(posts)} from "
                "another is not recorded: a joint committee and a contract between councils are "
                "not treated alike; staff supplied may be taxable, exempt or outside the scope.",
                "Ask each council's VAT officer, and record the answer with its reason.",
                reference=f"document {posts[0].source}; HMRC VATGPB6800 and VATGPB8860",
            )


def a_posts_figures_can_be_reckoned_with(programme: Programme) -> Iterator[Finding]:
    """Amounts are not negative, rates are percentages, and a council stands once."""
    for post in programme.posts:
        wrong = [
            f"{what} is {value}"
            for what, value in (
                ("the salary", post.salary.value if post.salary else None),
                ("the honorarium", post.honorarium.value if post.honorarium else None),
                ("FTE", post.fte),
                *((f"what {paid.authority} paid before", paid.pounds) for paid in post.paid_before),
                *((f"backfill of {paid.authority}", paid.pounds) for paid in post.backfill),
            )
            if value is not None and value < 0
        ]
        for what, codes in (
            ("a share", [share.authority for share in post.shares]),
            ("an amount paid before", [paid.authority for paid in post.paid_before]),
            ("a backfill", [paid.authority for paid in post.backfill]),
        ):
            twice = [code for code in dict.fromkeys(codes) if codes.count(code) > 1]
            wrong += [f"{name_of(programme, code)} has {what} more than once" for code in twice]
        if wrong:
            yield finding_on(
                programme,
                _KIND,
                post,
                Severity.WARNING,
                f"{post.title}: {listed(wrong)}.",
                "Write positive amounts, one for each council.",
            )
    for rates in programme.employer_rates:
        odd = [
            f"{name.replace('_percent', '').replace('_', ' ')} {value}"
            for name in ("pension_percent", "levy_percent", "pay_award_percent")
            if (value := getattr(rates, name)) is not None and not 0 <= value <= Decimal(100)
        ]
        if odd:
            yield finding_on(
                programme,
                "employer_rates",
                rates,
                Severity.WARNING,
                f"Rates of {name_of(programme, rates.authority)} from {rates.since} on are no "
                f"percentages of pay: {listed(odd)}.",
                "Write per cent of pay, for example 20.5.",
            )


def _of(programme: Programme, proposal: str) -> list[SharedPost]:
    return [post for post in programme.posts if post.proposal == proposal]


def _called(posts: list[SharedPost]) -> str:
    return posts[0].title if len(posts) == 1 else f"{len(posts)} shared posts"
