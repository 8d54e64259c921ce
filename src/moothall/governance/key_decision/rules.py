"""Rules on the key decision test: what is asserted, what was tested, and what has changed since."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.decisions import Answer
from moothall.facts.fact import Fact
from moothall.facts.findings import finding_by
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal, Standing
from moothall.governance.key_decision.assertions import Assertion
from moothall.governance.key_decision.key_test import KeyTest, key_decision_test
from moothall.governance.key_decision.money import in_pounds
from moothall.law.law import Law


def findings(programme: Programme, law: Law, as_at: date) -> list[Finding]:
    """Everything that the key decision tests of every council give cause to say."""
    tests = tuple(
        key_decision_test(programme, law, proposal, programme.authority(code), as_at)
        for proposal in programme.proposals
        for code in proposal.parties
    )
    return run(
        (
            what_is_said_of_key_is_what_the_test_finds,
            the_money_tested_is_the_money_held,
            the_key_decision_test_is_newer_than_scope_and_money,
        ),
        programme,
        law,
        tests,
    )


def what_is_said_of_key_is_what_the_test_finds(
    programme: Programme, law: Law, tests: tuple[KeyTest, ...]
) -> Iterator[Finding]:
    """An answer that a council gave is what its limbs give, as far as they can be asked."""
    for test in tests:
        if not test.asserted:
            continue
        last = test.asserted[-1]
        if last.answer is Answer.NO and test.answer is not Answer.NO:
            yield _said_no(programme, law, test, last)
        elif last.answer is Answer.YES and test.answer is Answer.NO:
            yield finding_by(
                programme,
                law.rule("KEY-TEST"),
                last.kind,
                _fact(programme, last),
                f"Document {last.source} treats this as a key decision; every limb that was "
                "answered says no.",
                "Leave it on notice as a key decision, or record which limb is met.",
                severity=Severity.NOTE,
            )


def _said_no(programme: Programme, law: Law, test: KeyTest, last: Assertion) -> Finding:
    name = programme.authority(test.authority).short_name
    met = [limb.name for limb in test.limbs if limb.answer is Answer.YES]
    if met:
        return finding_by(
            programme,
            law.rule("KEY-TEST"),
            last.kind,
            _fact(programme, last),
            f"Document {last.source} says that this is no key decision of {name}; the test finds "
            f"that it is, on {_listed(met)}.",
            "Put it on notice as a key decision, or correct the fact on which the limb rests.",
            severity=Severity.WARNING,
        )
    unasked = [limb.name for limb in test.limbs if limb.answer is Answer.UNKNOWN]
    unchecked = _listed(unasked) if unasked else "its own test, of which nothing is held"
    return finding_by(
        programme,
        law.rule("KEY-TEST"),
        last.kind,
        _fact(programme, last),
        f"Document {last.source} says that this is no key decision of {name}; that could not be "
        f"checked on {unchecked}.",
        " ".join(test.ask),
        severity=Severity.QUESTION,
    )


def the_money_tested_is_the_money_held(
    programme: Programme, law: Law, tests: tuple[KeyTest, ...]
) -> Iterator[Finding]:
    """The sum that somebody entered for the test agrees with the savings and posts held."""
    for test in tests:
        recorded, found = test.latest, test.money.most
        if recorded is None or recorded.money is None or found is None:
            continue
        entered = abs(recorded.money)
        # A sum larger than what is held may hold what nobody has broken down.
        agrees = entered == found or (entered > found and bool(test.money.missing))
        if agrees:
            continue
        yield finding_by(
            programme,
            law.rule("KEY-TEST"),
            "key_decision_tests",
            recorded,
            f"Tested on {in_pounds(entered)} a year; the facts hold {in_pounds(found)}: "
            f"{'; '.join(test.money.summed)}.",
            "Say which sum is this council's own, and test again on it.",
            severity=Severity.WARNING,
            figures=(("entered", in_pounds(entered)), ("held", in_pounds(found))),
        )


def the_key_decision_test_is_newer_than_scope_and_money(
    programme: Programme, law: Law, tests: tuple[KeyTest, ...]
) -> Iterator[Finding]:
    """A test made before scope or money changed is made again (R13)."""
    for test in tests:
        if test.latest is None or test.latest.answer is Answer.UNKNOWN:
            continue
        tested_on = test.latest.tested_on or test.latest.known_on
        proposal = programme.proposal(test.proposal)
        newer = [
            (kind, fact)
            for kind, fact in _scope_and_money(programme, proposal, test.authority)
            if fact.known_on > tested_on
        ]
        if newer:
            yield finding_by(
                programme,
                law.rule("KEY-TEST"),
                "key_decision_tests",
                test.latest,
                f"Tested on {in_words(tested_on)}; scope or money has changed since: "
                f"{_named(newer)}.",
                "Test again, limb by limb, and record the day of the test.",
                severity=Severity.WARNING,
                upholds="R13",
            )


def _scope_and_money(
    programme: Programme, proposal: Proposal, authority: str
) -> Iterator[tuple[str, Fact]]:
    """The facts that say what is proposed, and what it costs or saves this council."""
    yield "proposals", proposal
    for package in programme.packages:
        if package.workstream is not None and package.workstream == proposal.workstream:
            yield "packages", package
    for option in programme.options:
        if option.proposal == proposal.id and option.standing is Standing.PROPOSED:
            yield "options", option
    for post in programme.posts:
        if post.proposal == proposal.id and any(s.authority == authority for s in post.shares):
            yield "posts", post
    for kind in ("savings", "budgets", "money_statements"):
        for fact in getattr(programme, kind):
            if (fact.proposal, fact.authority) == (proposal.id, authority):
                yield kind, fact
    for agreement in programme.agreements:
        if agreement.proposal == proposal.id and authority in agreement.parties:
            yield "agreements", agreement


def _named(facts: list[tuple[str, Fact]], most: int = 5) -> str:
    named = [
        f"{kind.replace('_', ' ')}: {_title(fact)} (known {in_words(fact.known_on)})"
        for kind, fact in facts[:most]
    ]
    more = [f"and {len(facts) - most} more"] if len(facts) > most else []
    return "; ".join(named + more)


def _title(fact: Fact) -> str:
    return str(getattr(fact, "name", "") or getattr(fact, "title", "") or fact.id)


def _fact(programme: Programme, said: Assertion) -> Fact:
    held: tuple[Fact, ...] = getattr(programme, said.kind)
    return next(fact for fact in held if fact.id == said.fact)


def _listed(names: list[str]) -> str:
    return ", ".join(name[:1].lower() + name[1:] for name in names)
