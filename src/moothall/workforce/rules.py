"""Rules on shared posts."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.workforce import freed_money_rules, post_rules, post_terms_rules


def findings(programme: Programme) -> list[Finding]:
    """Everything this room finds."""
    return [
        *run(
            (
                a_fixed_term_has_review_and_notice,
                a_shared_post_states_its_cost,
                a_shared_post_names_its_employer,
                a_shared_post_has_cover,
            ),
            programme,
        ),
        *post_terms_rules.findings(programme),
        *post_rules.findings(programme),
        *freed_money_rules.findings(programme),
    ]


def a_fixed_term_has_review_and_notice(programme: Programme) -> Iterator[Finding]:
    """A fixed-term arrangement has a review date and a notice period of stated length (R15)."""
    for post in programme.posts:
        if not post.fixed_term:
            continue
        lacking = []
        if post.review_on is None:
            lacking.append("a review date" + (f" (only: {post.review})" if post.review else ""))
        if post.notice_months is None:
            lacking.append(
                "the length of notice" + (f" (only: {post.notice})" if post.notice else "")
            )
        if lacking:
            yield finding_on(
                programme,
                "posts",
                post,
                Severity.WARNING,
                f"{post.title} is for {post.term or 'a fixed term'} and lacks "
                f"{' and '.join(lacking)}.",
                "Write both into the agreement.",
                upholds="R15",
            )


def a_shared_post_states_its_cost(programme: Programme) -> Iterator[Finding]:
    """What is withheld stays unknown; the split of an unknown cost is a percentage only."""
    for post in programme.posts:
        if post.salary is None:
            split = ", ".join(
                f"{programme.authority(share.authority).short_name} {share.percent}%"
                for share in post.shares
            )
            yield finding_on(
                programme,
                "posts",
                post,
                Severity.QUESTION,
                f"{post.title} is split {split} of a cost that is not stated.",
                "Ask the host employer for salary, honorarium and on-costs.",
                upholds="D04",
            )


def a_shared_post_names_its_employer(programme: Programme) -> Iterator[Finding]:
    """Somebody employs the post-holder."""
    for post in programme.posts:
        if post.host is None:
            yield finding_on(
                programme,
                "posts",
                post,
                Severity.QUESTION,
                f"No employer is named for {post.title}.",
                "Say which council is the host employer.",
                upholds="L01",
            )


def a_shared_post_has_cover(programme: Programme) -> Iterator[Finding]:
    """What happens if that one person leaves?"""
    for post in programme.posts:
        if post.cover is None:
            yield finding_on(
                programme,
                "posts",
                post,
                Severity.WARNING,
                f"No cover is described for {post.title} should the post-holder leave.",
                "Describe the cover in each council and the notice to the other.",
                upholds="F05r",
            )
