"""Where to change what a paper makes from facts: the kinds behind each name of a report format."""

from moothall.documents.formats import TOPICS

MADE_FROM: dict[str, tuple[str, ...]] = {
    "alternatives_rejected": ("decisions", "options"),
    "appendices": ("documents",),
    "attendance": ("minutes",),
    "background_papers": ("documents",),
    "benefits_list": ("benefits",),
    "budget_table": ("budgets",),
    "changes_since_seen": ("meetings", "comments"),
    "classification": ("papers",),
    "clearance_table": ("clearances",),
    "comments_and_responses": ("comments",),
    "context_table": ("context_figures",),
    "decision_date": ("decisions",),
    "decision_effective": ("decisions",),
    "decision_key": ("key_decision_tests",),
    "decision_maker": ("decisions",),
    "decision_published": ("decisions",),
    "decision_reasons": ("decisions",),
    "decision_text": ("decisions",),
    "dispensations": ("decisions",),
    "divisions": ("papers",),
    "equality_assessment": ("equality_assessments",),
    "exempt_notice": ("passages",),
    "forward_plan_reference": ("papers",),
    "governance_diagram": ("bodies",),
    "implications_table": ("implications",),
    "interests": ("decisions",),
    "key_decision": ("key_decision_tests",),
    "key_decision_reasons": ("key_decision_tests",),
    "lead_members": ("roles",),
    "meeting_date": ("meetings", "steps"),
    "meeting_timetable": ("meetings",),
    "member_contacts": ("papers",),
    "milestone_table": ("milestones",),
    "minutes_text": ("minutes",),
    "next_steps": ("steps",),
    "officer_contacts": ("papers",),
    "options_table": ("options",),
    "posts_table": ("posts",),
    "recommendations": ("papers",),
    "report_of": ("papers",),
    "reporting_officer": ("roles",),
    "resolutions": ("decisions",),
    "risk_table": ("risks",),
    "route_table": ("steps",),
    "saving_breakdown": ("savings",),
    "savings_table": ("savings",),
    "scope_lists": ("proposals",),
    "scrutiny_answers": ("comments",),
    "shares": ("posts",),
    "source_documents": ("documents",),
    "strategy_links": ("strategy_links",),
    "subject": ("proposals",),
    "timeline": ("steps",),
    "to_body": ("bodies", "steps"),
    "undertakings_table": ("undertakings",),
}
"""A content without an entry is shown without a link."""


def topics_in(content: tuple[str, ...]) -> tuple[str, ...]:
    """The topics among what fills a heading: about these, people write."""
    return tuple(name for name in content if name in TOPICS)


def kinds_behind(content: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of fact from which the rest of it is made, each once."""
    kinds = [kind for name in content for kind in MADE_FROM.get(name, ())]
    return tuple(dict.fromkeys(kinds))


def topic_in_words(topic: str) -> str:
    """`risk_management` as `risk management`, `hr` as `HR`."""
    return _SHORT.get(topic, topic.replace("_", " "))


_SHORT = {
    "hr": "HR",
    "benefits_argument": "the case for the benefits",
    "options_argument": "the case for the option",
    "statutory_legal_risk": "statutory, legal and risk",
    "corporate_priority_economy": "corporate priority: economy",
    "corporate_priority_health": "corporate priority: health",
    "corporate_priority_vulnerable": "corporate priority: vulnerable people",
}
