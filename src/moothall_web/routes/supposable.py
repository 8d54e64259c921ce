"""The rules of councils that a reader may suppose to have a value."""

from datetime import date

from moothall.case.case import Case
from moothall.facts.authority import RULES, Authority, GovernanceModel
from moothall.facts.proposals import Proposal
from moothall_web.facts import words as fact_words

_OF_DAYS = (
    "call_in_",
    "standstill_",
    "publication_lag_",
    "notice_28_count",
    "forward_plan_cycle",
    "report_lead_days",
    "scrutiny_",
    "consultation_",
    "trade_union_",
)
_NOT_OF_DAYS = ("call_in_who", "call_in_cutoff")
_OTHER_MODEL = {GovernanceModel.EXECUTIVE: "standstill_", GovernanceModel.COMMITTEE: "call_in_"}


def supposable(case: Case, proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """The rules on which days hang (`council.rule`, words), each council's unknown ones first."""
    choices = []
    for code in proposal.parties:
        authority = case.programme.authority(code)
        rules = [rule for rule in RULES if _bears_on_days(authority, rule, case.as_at)]
        known = {rule: authority.rule_on(rule, case.as_at).value for rule in rules}
        rules.sort(key=lambda rule: known[rule] is not None)
        for rule in rules:
            label = fact_words.choice("CouncilRule", "rule", rule)
            value = known[rule]
            stands = "unknown" if value is None else f"now {value}"
            choices.append((f"{code}.{rule}", f"{authority.short_name}: {label} ({stands})"))
    return tuple(choices)


def _bears_on_days(authority: Authority, rule: str, as_at: date) -> bool:
    period = authority.governance_on(as_at)
    other = _OTHER_MODEL.get(period.model, "") if period else ""
    if other and rule.startswith(other):
        return False
    return rule.startswith(_OF_DAYS) and rule not in _NOT_OF_DAYS
