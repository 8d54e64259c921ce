"""Report formats as data: which sections a council's paper has, and what goes into each."""

from dataclasses import dataclass
from enum import StrEnum


class FrontStyle(StrEnum):
    """How the head of the paper is set."""

    TITLE = "title"
    SHEET = "sheet"
    LINES = "lines"


class Numbering(StrEnum):
    """How headings and paragraphs are numbered."""

    SECTIONS_AND_PARAGRAPHS = "1. and 1.1"
    SECTIONS = "1."
    NONE = "none"


class AppendixNumbering(StrEnum):
    """What a council calls its appendices: Appendix A or Appendix 1."""

    LETTERS = "A"
    NUMBERS = "1"


TOPICS: frozenset[str] = frozenset(
    [
        "background",
        "benefits_argument",
        "climate",
        "communications",
        "conclusion",
        "consultation",
        "corporate_plan",
        "corporate_priority_economy",
        "corporate_priority_health",
        "corporate_priority_vulnerable",
        "data_protection",
        "engagement",
        "equality",
        "financial",
        "further_information",
        "governance",
        "hr",
        "information",
        "insight",
        "interdependencies",
        "legal",
        "localism",
        "options_argument",
        "policy",
        "procurement",
        "public_health",
        "purpose",
        "rationale",
        "resource",
        "risk_management",
        "scope",
        "statutory_legal_risk",
        "summary",
        "update",
    ]
)
"""What passages may be about: words that people write in place."""

CONTENTS: frozenset[str] = frozenset(
    [
        "alternatives_rejected",
        "appendices",
        "attendance",
        "background_papers",
        "benefits_list",
        "budget_table",
        "changes_since_seen",
        "classification",
        "clearance_table",
        "comments_and_responses",
        "context_table",
        "decision_date",
        "decision_effective",
        "decision_key",
        "decision_maker",
        "decision_published",
        "decision_reasons",
        "decision_text",
        "dispensations",
        "divisions",
        "equality_assessment",
        "exempt_notice",
        "forward_plan_reference",
        "governance_diagram",
        "implications_table",
        "interests",
        "key_decision",
        "key_decision_reasons",
        "lead_members",
        "meeting_date",
        "meeting_timetable",
        "member_contacts",
        "milestone_table",
        "minutes_text",
        "next_steps",
        "officer_contacts",
        "options_table",
        "posts_table",
        "recommendations",
        "report_of",
        "reporting_officer",
        "resolutions",
        "risk_table",
        "route_table",
        "saving_breakdown",
        "savings_table",
        "scope_lists",
        "scrutiny_answers",
        "shares",
        "source_documents",
        "strategy_links",
        "subject",
        "timeline",
        "to_body",
        "undertakings_table",
    ]
)
"""What is made from facts: tables, lists and single lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontField:
    """A line of the front: its printed label and what fills it.

    `authorised_by` is the office that must authorise the words, printed under the label.
    """

    label: str
    content: tuple[str, ...]
    authorised_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsection:
    """A heading as the council prints it, and what fills it in order.

    An `optional` one is left out when nothing fills it; any other says that it is not yet
    written.  `text` stands there as it is.
    """

    heading: str
    content: tuple[str, ...] = ()
    optional: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatSection(Subsection):
    """A section, with its subsections where it has any."""

    sections: tuple[Subsection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceDuty:
    """Who must clear what before the paper may go: one line of the council's own list.

    `covers` are the headings or front labels whose words are cleared, as the format prints them;
    none means the whole paper.
    """

    area: str
    question: str
    office: str
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A council's report format.  `name` is what an authority's `paper_formats` points at.

    A `general` one is no council's own: any council may use it where it holds none of its own.
    `to` is the kind of body for which it is meant ("programme board"), empty for that which
    decides.  `closing` are lines after the last section and before the appendices (signature,
    contact): made from facts, as nobody writes there.
    """

    name: str
    title: str
    source: str
    front_style: FrontStyle
    numbering: Numbering
    sections: tuple[FormatSection, ...]
    front: tuple[FrontField, ...] = ()
    opening: str = ""
    closing: tuple[FrontField, ...] = ()
    appendices: tuple[FormatSection, ...] = ()
    clearances: tuple[ClearanceDuty, ...] = ()
    general: bool = False
    to: str = ""
    appendix_numbering: AppendixNumbering = AppendixNumbering.NUMBERS
