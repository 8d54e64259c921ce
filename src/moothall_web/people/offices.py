"""Which roles answer for which office: the offices as councils print them, and ours.

Data, read from top to bottom: the first line whose words an office holds says who answers for it.
An office on no line is answered by whoever was asked by name.
"""

import re

from moothall_web.people.models import Role

OFFICES: tuple[tuple[tuple[str, ...], frozenset[Role]], ...] = (
    (
        ("section 151", "s151", "s.151", "chief finance officer", "chief financial officer"),
        frozenset({Role.SECTION_151_OFFICER}),
    ),
    (("monitoring officer",), frozenset({Role.MONITORING_OFFICER})),
    (
        ("finance", "financial", "financial officer", "accountancy", "treasurer"),
        frozenset({Role.FINANCE_OFFICER, Role.SECTION_151_OFFICER}),
    ),
    (
        ("law", "legal", "solicitor", "legal services"),
        frozenset({Role.LEGAL, Role.MONITORING_OFFICER}),
    ),
    (("human resources", "hr", "workforce"), frozenset({Role.HR})),
    (("equality", "equalities"), frozenset({Role.EQUALITY_LEAD})),
    (
        ("democratic services", "committee services", "governance services"),
        frozenset({Role.DEMOCRATIC_SERVICES}),
    ),
)


def roles_for(office: str) -> frozenset[Role]:
    """The roles that answer for an office; none where it is not known who does."""
    said = " ".join(office.casefold().split())
    for words, roles in OFFICES:
        if any(re.search(rf"\b{re.escape(each)}\b", said) for each in words):
            return roles
    return frozenset()
