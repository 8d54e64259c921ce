"""The limbs of the key decision test, asked one by one of one council."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from moothall.facts.authority import Authority, CouncilRule
from moothall.facts.decisions import Answer, KeyDecisionTest, Limb
from moothall.governance.key_decision.money import FoundMoney, held_money, threshold_of, weigh
from moothall.law.law import Law, NoLawForThatDayError

WARDS = re.compile(r"\b(wards?|electoral divisions?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLimb:
    """One limb: what it asks, the answer, on which facts it rests, and the question left open.

    `own_words` are the council's where it has any; `reference` and `evidence` say what stands
    behind the limb and how well that is known.
    """

    name: str
    asks: str
    answer: Answer
    because: str
    facts: tuple[str, ...] = ()
    own_words: str = ""
    reference: str = ""
    evidence: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks each limb of one council."""

    authority: Authority
    law: Law
    day: date
    as_at: date
    test: KeyDecisionTest | None
    found: FoundMoney
    binds: bool | None

    def of_the_regulations(self) -> Iterator[AskedLimb]:
        """Money and wards as regulation 8(1) has them, then the council's own limbs."""
        yield from self._money()
        yield self._wards()
        yield from self._others()

    def of_the_constitution(self) -> Iterator[AskedLimb]:
        """What a committee-system council's own constitution asks, as far as it is held."""
        held = {name: self._rule(name).value is not None for name in _MONEY_RULES}
        if any(held.values()):
            yield from self._money()
        if self._rule("key_decision_wards").value is not None or self._words_on_wards():
            yield self._wards()
        yield from self._others()

    def _rule(self, name: str) -> CouncilRule:
        return self.authority.rule_on(name, self.as_at)

    def _tested(self, *, rests_on_it: bool = True) -> tuple[str, ...]:
        return (f"key_decision_tests/{self.test.id}",) if self.test and rests_on_it else ()

    def _by_person(self, *called: str) -> Limb | None:
        """The answer that a person recorded for a limb, by any of the words it goes by."""
        names = {_plain(each) for each in called if each}
        limbs = self.test.limbs if self.test else ()
        return next((limb for limb in limbs if _plain(limb.asks) in names), None)

    # --- money ---

    def _money(self) -> Iterator[AskedLimb]:
        """This council's own expenditure or saving: by its sum, else by its own words."""
        threshold = threshold_of(self.authority, self.as_at)
        words = self._rule("key_decision_threshold")
        entered = self.test.money if self.test else None
        facts = (*self._tested(rests_on_it=entered is not None), *self.found.facts)
        if threshold is not None:
            answer, because, ask = weigh(threshold, entered, self.found, self._name)
            yield self._judged(
                AskedLimb(
                    name="Money",
                    asks=_MONEY_ASKS,
                    answer=answer,
                    because=because,
                    facts=facts,
                    own_words=threshold.words,
                    reference=_joined(self._law_on("a"), threshold.source),
                    evidence=threshold.evidence,
                    ask=ask,
                ),
                no_stands=entered is None,
            )
            return
        for place, part in enumerate(_parts(words.value) or ("",)):
            held = "" if place else f" {held_money(entered, self.found)}"
            if part:
                because = f"Its own words are “{part}”, which no sum answers by itself."
                ask = f"By {self._name}'s own words, “{part}”: is this key?"
            else:
                because = "From what sum a decision is key there is not known."
                ask = words.ask or self._rule("key_decision_pounds").ask
            yield self._judged(
                AskedLimb(
                    name=f"Money: {part}" if part else "Money",
                    asks=_MONEY_ASKS,
                    answer=Answer.UNKNOWN,
                    because=f"Could not be checked. {because}{held}",
                    facts=facts,
                    own_words=part,
                    reference=_joined(self._law_on("a"), words.source),
                    evidence=words.evidence,
                    ask=ask,
                )
            )

    # --- wards ---

    def _wards(self) -> AskedLimb:
        """How many wards or divisions are significantly affected, against two or its own number."""
        own = self._rule("key_decision_wards")
        words = "; ".join(self._words_on_wards())
        rule = self.law.rule("KEY-TEST")
        try:
            needed = int(own.value) if own.value else self.law.value("KEY-TEST", self.day)
        except NoLawForThatDayError as error:
            return AskedLimb(
                name="Wards",
                asks=_WARDS_ASKS,
                answer=Answer.UNKNOWN,
                because=f"Could not be checked: {error}.",
                own_words=words,
                reference=self._law_on("b"),
                evidence=rule.evidence,
                ask="Which law on key decisions held on that day?",
            )
        wards = self.test.wards if self.test else None
        limb = AskedLimb(
            name="Wards",
            asks=_WARDS_ASKS,
            answer=Answer.UNKNOWN,
            because=f"Nobody has said how many are affected; {needed} make it key.",
            own_words=words,
            reference=_joined(self._law_on("b"), own.source if own.value else ""),
            evidence=own.evidence if own.value else rule.evidence,
            ask=f"How many wards or electoral divisions of {self._name} does it significantly "
            "affect?",
        )
        if wards is None:
            return self._judged(limb)
        counted = replace(
            limb,
            answer=Answer.YES if wards >= needed else Answer.NO,
            because=f"{wards} significantly affected; {needed} make it key.",
            facts=self._tested(),
            ask="",
        )
        return self._judged(counted)

    def _words_on_wards(self) -> tuple[str, ...]:
        parts = _parts(self._rule("key_decision_other_limbs").value)
        return tuple(part for part in parts if WARDS.search(part))

    # --- the council's own limbs, and those that whoever tested added ---

    def _others(self) -> Iterator[AskedLimb]:
        rule = self._rule("key_decision_other_limbs")
        own = [part for part in _parts(rule.value) if not WARDS.search(part)]
        for part in own:
            yield self._judged(
                AskedLimb(
                    name=part[:1].upper() + part[1:],
                    asks=part,
                    answer=Answer.UNKNOWN,
                    because="A person has to answer this; nobody has.",
                    own_words=part,
                    reference=rule.source,
                    evidence=rule.evidence,
                    ask=f"{self._name}'s own limb, “{part}”: is it met, and why?",
                )
            )
        taken = {_plain(part) for part in own} | {
            _plain(name) for name in ("money", "wards", _MONEY_ASKS, _WARDS_ASKS)
        }
        taken |= {_plain(p) for p in _parts(self._rule("key_decision_threshold").value)}
        taken |= {_plain(p) for p in self._words_on_wards()}
        for limb in self.test.limbs if self.test else ():
            if _plain(limb.asks) not in taken:
                yield AskedLimb(
                    name=limb.asks,
                    asks=limb.asks,
                    answer=limb.answer,
                    because=limb.because or "No reason is given.",
                    facts=self._tested(),
                    reference=f"document {self.test.source}" if self.test else "",
                    evidence="recorded with the test",
                    ask=f"“{limb.asks}”: is it met, and why?"
                    if limb.answer is Answer.UNKNOWN
                    else "",
                )

    def _judged(self, limb: AskedLimb, *, no_stands: bool = True) -> AskedLimb:
        """The limb as a person answered it: a yes always, a no only where nothing else answers."""
        given = self._by_person(limb.name, limb.asks, *_parts(limb.own_words))
        answer = given.answer if given else Answer.UNKNOWN
        by_no = answer is Answer.NO and limb.answer is Answer.UNKNOWN and no_stands
        if given is None or not (answer is Answer.YES or by_no):
            return limb
        return replace(
            limb,
            answer=answer,
            because=given.because or "Answered without a reason.",
            facts=tuple(dict.fromkeys((*self._tested(), *limb.facts))),
            ask="",
        )

    def _law_on(self, letter: str) -> str:
        """The paragraph of the regulations behind a limb; none behind a committee's own test."""
        return f"SI 2012/2089 reg 8(1)({letter})" if self.binds is not False else ""

    @property
    def _name(self) -> str:
        return self.authority.short_name


_MONEY_RULES = ("key_decision_pounds", "key_decision_threshold")
_MONEY_ASKS = "Does it spend or save a sum significant against the budget for the service?"
_WARDS_ASKS = "Is it significant for communities in two or more wards or electoral divisions?"


def _parts(words: str | None) -> tuple[str, ...]:
    """A council's words limb by limb: they are written with semicolons between."""
    return tuple(part for each in (words or "").split(";") if (part := each.strip(" .")))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip("?. ")


def _joined(*references: str) -> str:
    return "; ".join(filter(None, references))
