"""The facts in plain words: what each kind is called and is for, and what each field is called."""

from dataclasses import dataclass

from moothall_web.facts import field_words


@dataclass(frozen=True, slots=True)
class KindWords:
    """What a kind of fact is called, once and several times, and what it is in one sentence."""

    one: str
    many: str
    says: str

    def some(self, number: int) -> str:
        """`1 saving`, `12 savings`."""
        return f"{number} {self.one if number == 1 else self.many}"

    @property
    def a(self) -> str:
        """`a saving`, `an option`."""
        return f"{'an' if self.one[0] in 'aeiou' else 'a'} {self.one}"


def _kind(one: str, many: str, says: str) -> KindWords:
    return KindWords(one, many, says)


KIND_WORDS: dict[str, KindWords] = {
    "about": _kind(
        "programme", "programmes", "What the councils explore and run together, and in which words."
    ),
    "authorities": _kind(
        "council",
        "councils",
        "A sovereign council and its own rules: call-in, notice, governance, report formats.",
    ),
    "documents": _kind(
        "document", "documents", "A paper or record from which facts are taken, with its date."
    ),
    "bodies": _kind(
        "body", "bodies", "A board, committee, executive, forum or officer, and what it may do."
    ),
    "roles": _kind(
        "role", "roles", "An office in the programme and, where it is printed, who holds it."
    ),
    "phases": _kind("phase", "phases", "A stretch of the programme and what is in it."),
    "workstreams": _kind("workstream", "workstreams", "A line of work across the councils."),
    "packages": _kind("package", "packages", "A package of services that is under review."),
    "package_counts": _kind(
        "count of packages",
        "counts of packages",
        "How many packages a source says there are, named or not.",
    ),
    "aims": _kind("aim", "aims", "An aim of the programme, or a test that a design must pass."),
    "strategy_links": _kind(
        "strategy", "strategies", "A strategy or plan that the programme says it serves."
    ),
    "proposals": _kind(
        "proposal", "proposals", "What each of its councils must decide, and what is in its scope."
    ),
    "options": _kind(
        "option", "options", "A way of meeting a proposal's purpose, and where it stands."
    ),
    "benefits": _kind(
        "benefit", "benefits", "A benefit that is claimed, and how anybody would measure it."
    ),
    "passages": _kind(
        "passage", "passages", "Words for the papers on one topic, written by a person."
    ),
    "milestones": _kind("milestone", "milestones", "What is to be done, and by when."),
    "undertakings": _kind(
        "undertaking", "undertakings", "A promise made in a paper or a meeting, and to whom."
    ),
    "budgets": _kind(
        "budget", "budgets", "One council's budget table, row by row, each figure as printed."
    ),
    "money_statements": _kind(
        "statement about money",
        "statements about money",
        "An overspend, a grant or a commitment that a sentence states.",
    ),
    "savings": _kind(
        "saving", "savings", "A line of a savings plan: limits, full-year saving, phasing."
    ),
    "posts": _kind(
        "shared post", "shared posts", "A post that works for several councils, and its terms."
    ),
    "baseline_lines": _kind(
        "baseline line",
        "baseline lines",
        "What one service costs one council in one year, from one funding stream.",
    ),
    "baseline_signatures": _kind(
        "baseline signature",
        "baseline signatures",
        "A section 151 officer's signature under the council's own lines.",
    ),
    "splits": _kind("split", "splits", "How the councils split a joint cost from a year on."),
    "coalition_costs": _kind(
        "cost without the others",
        "costs without the others",
        "What one council, or several together, would pay without the others.",
    ),
    "ledger_entries": _kind(
        "ledger entry", "ledger entries", "What a council plans, has paid or has settled."
    ),
    "exit_terms": _kind(
        "terms of exit", "all terms of exit", "Notice, costs and shares should the councils part."
    ),
    "employer_rates": _kind(
        "employer's rate",
        "employers' rates",
        "What a council pays on top of salaries: pension, levy and pay award.",
    ),
    "forum_items": _kind(
        "item for a Schools Forum",
        "items for a Schools Forum",
        "What a Schools Forum has to decide before its money is relied on.",
    ),
    "risks": _kind(
        "risk", "risks", "What might go wrong, what would follow and what is done about it."
    ),
    "equality_assessments": _kind(
        "equality assessment",
        "equality assessments",
        "One council's screening or assessment of what a proposal does to people.",
    ),
    "exercises": _kind(
        "engagement exercise",
        "engagement exercises",
        "Who is asked or told, how and when: briefing, listening, consultation.",
    ),
    "surveys": _kind("survey", "surveys", "A survey and its results as they were published."),
    "reviews": _kind(
        "peer review", "peer reviews", "What a review looked at, praised, found and left out."
    ),
    "context_figures": _kind(
        "figure about the places",
        "figures about the places",
        "A figure about places or people, with its unit and the date that it speaks of.",
    ),
    "research": _kind(
        "citation of research", "citations of research", "Research that a paper cites for a claim."
    ),
    "meetings": _kind("meeting", "meetings", "A meeting of a body on a day."),
    "steps": _kind(
        "step", "steps", "A step that a proposal takes in one council on the way to its decision."
    ),
    "key_decision_tests": _kind(
        "key decision test",
        "key decision tests",
        "A council's own answer to whether this is a key decision, with its reasons.",
    ),
    "notices": _kind(
        "notice", "notices", "A notice that was published: of a key, urgent or private decision."
    ),
    "decisions": _kind(
        "decision",
        "decisions",
        "A decision that was taken: by whom, when, and from when effective.",
    ),
    "conditions": _kind(
        "condition", "conditions", "What a council's decision is subject to, and when that was met."
    ),
    "overrides": _kind(
        "override",
        "overrides",
        "A named officer lets a plan stand against a rule that is not law, and publishes why.",
    ),
    "agreements": _kind(
        "agreement", "agreements", "What the councils sign: its power, its term, review and notice."
    ),
    "workforce_changes": _kind(
        "change for employees",
        "changes for employees",
        "Transfers and redundancies that a proposal means for one council, and the consultation.",
    ),
    "papers": _kind("paper", "papers", "A paper that was put to a body, and what it recommended."),
    "implications": _kind(
        "implication", "implications", "What a paper says under one of its implication headings."
    ),
    "clearances": _kind(
        "clearance", "clearances", "An officer's answer to whether part of a paper was cleared."
    ),
    "comments": _kind(
        "comment of members",
        "comments of members",
        "What a member said or asked at a meeting, and the reply that was given.",
    ),
    "minutes": _kind(
        "record of a meeting",
        "records of meetings",
        "Who was there, what they declared and what was resolved, as the committee system has it.",
    ),
    "abbreviations": _kind(
        "abbreviation", "abbreviations", "A short form that the papers spell out at first use."
    ),
}

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The programme", ("about", "documents", "aims", "strategy_links", "phases", "workstreams",
                       "packages", "package_counts", "roles")),
    ("Proposals and options", ("proposals", "options", "benefits", "milestones", "passages",
                               "undertakings")),
    ("Money and posts", ("budgets", "money_statements", "baseline_lines",
                         "baseline_signatures", "savings", "posts", "employer_rates",
                         "splits", "coalition_costs", "ledger_entries", "exit_terms",
                         "forum_items")),
    ("Councils and the way to a decision", ("authorities", "bodies", "meetings", "steps",
                                            "key_decision_tests", "notices", "decisions",
                                            "conditions", "overrides", "agreements")),
    ("Papers and what was said", ("papers", "implications", "clearances", "comments", "minutes",
                                  "abbreviations")),
    ("People, risk and evidence", ("workforce_changes", "risks", "equality_assessments",
                                   "exercises", "surveys", "reviews", "context_figures",
                                   "research")),
)  # fmt: skip
"""Every kind once, in the groups in which the screen lists them."""


def humanised(name: str) -> str:
    """`gross_income` → `Gross income`."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def label(of: str, name: str) -> str:
    """What a field of a fact is called on the screen."""
    return field_words.LABELS.get(f"{of}.{name}") or field_words.LABELS.get(name) or humanised(name)


def hint(of: str, name: str) -> str:
    """What helps to fill a field in, empty where its label says it all."""
    return field_words.HINTS.get(f"{of}.{name}") or field_words.HINTS.get(name, "")


def choice(of: str, name: str, value: str) -> str:
    """A choice in words."""
    return field_words.CHOICES.get(f"{of}.{name}", {}).get(value) or humanised(value)
