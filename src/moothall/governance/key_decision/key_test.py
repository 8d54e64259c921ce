"""The key decision test of one council, limb by limb, with its reasons (SI 2012/2089 reg 8(1)).

Each council tests for itself: its own money, its own wards and the limbs of its own constitution.
The program works out what it can from the facts; a limb that asks for judgement is answered by a
person (`KeyDecisionTest.limbs`), and what nobody has answered stays a question.  A limb that is met
makes the decision key; only where every limb is answered no is it not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moothall.facts.authority import Authority
from moothall.facts.decisions import Answer, KeyDecisionTest
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.key_decision.assertions import Assertion, assertions
from moothall.governance.key_decision.deciding import deciding
from moothall.governance.key_decision.limbs import AskedLimb, Asker
from moothall.governance.key_decision.money import FoundMoney, found_money
from moothall.law.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTest:
    """What the key decision test of one council finds, and what has been said about it.

    `binds` says whether the 2012 Regulations bind whoever decides, None where it cannot be told;
    `asserted` are this council's own answers, `elsewhere` those of the others, which are no answer
    here; `latest` is the test that a person recorded last.
    """

    proposal: str
    authority: str
    binds: bool | None
    basis: str
    answer: Answer
    limbs: tuple[AskedLimb, ...]
    money: FoundMoney
    asserted: tuple[Assertion, ...] = ()
    elsewhere: tuple[Assertion, ...] = ()
    latest: KeyDecisionTest | None = None
    ask: tuple[str, ...] = ()

    @property
    def said(self) -> Answer:
        """What the council itself has said last, unknown where it has said nothing."""
        return self.asserted[-1].answer if self.asserted else Answer.UNKNOWN


def key_decision_test(
    programme: Programme, law: Law, proposal: Proposal, authority: Authority, as_at: date
) -> KeyTest:
    """Test whether the proposal is a key decision of this council, as known at the end of a day."""
    decision = deciding(programme, proposal, authority, as_at)
    binds = decision.of_the_executive
    latest = _latest(programme, proposal, authority)
    money = found_money(programme, proposal, authority)
    asker = Asker(authority, law, decision.on or as_at, as_at, latest, money, binds)
    if binds is False:
        basis = (
            "The 2012 Regulations bind executives; a committee or the full council decides this in "
            f"{authority.short_name}, so only its own constitution can make it key."
        )
        limbs = tuple(asker.of_the_constitution())
    else:
        basis = "SI 2012/2089 reg 8(1), and the council's own limbs."
        if binds is None:
            basis = (
                "Whether an executive or committees decide there is not held; tested as if by an "
                "executive."
            )
        limbs = tuple(asker.of_the_regulations())
    said, elsewhere = assertions(programme, proposal, authority.code)
    questions = [limb.ask for limb in limbs if limb.ask]
    if binds is None:
        questions.insert(0, f"Does {authority.name} decide by an executive or by committees?")
    if not limbs:
        own = authority.rule_on("key_decision_threshold", as_at)
        questions.append(own.ask or f"Does {authority.name} have a key decision test of its own?")
    return KeyTest(
        proposal=proposal.id,
        authority=authority.code,
        binds=binds,
        basis=basis,
        answer=overall(limb.answer for limb in limbs),
        limbs=limbs,
        money=money,
        asserted=said,
        elsewhere=elsewhere,
        latest=latest,
        ask=tuple(dict.fromkeys(questions)),
    )


def overall(answers: Iterable[Answer]) -> Answer:
    """Yes if any limb is, no only if all are, else unknown; unknown where there is no limb."""
    held = set(answers)
    if Answer.YES in held:
        return Answer.YES
    return Answer.NO if held == {Answer.NO} else Answer.UNKNOWN


def _latest(
    programme: Programme, proposal: Proposal, authority: Authority
) -> KeyDecisionTest | None:
    here = (proposal.id, authority.code)
    held = [t for t in programme.key_decision_tests if (t.proposal, t.authority) == here]
    return max(held, key=lambda t: (t.tested_on or t.known_on, t.known_on), default=None)
