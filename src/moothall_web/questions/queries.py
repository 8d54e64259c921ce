"""What the pages of questions show, each made from what its reader may see."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.basics.dates import in_words
from moothall.facts.bodies import Body, Power
from moothall.facts.papers import Complaint, Paper
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.governance.scrutiny.gates import QuestionGate
from moothall.governance.scrutiny.held import Scrutiny, scrutiny_of
from moothall.governance.scrutiny.questions import Question, QuestionState
from moothall.governance.scrutiny.response_time import RULE as RESPONSE
from moothall.governance.scrutiny.telling import record_of_telling
from moothall.law.law import NoLawForThatDayError
from moothall_web.cases import queries as cases
from moothall_web.facts import queries as facts
from moothall_web.facts.acting import Acting, acting
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities
from moothall_web.questions.permissions import KIND, may_answer

LATE, EVERYTHING, ASKED = "answered late", "everything", ""
STATES: tuple[tuple[str, str], ...] = (
    (ASKED, "Whatever wants a reply"),
    ("open", "No reply yet"),
    (QuestionState.OVERDUE.value, "Overdue"),
    (QuestionState.DUE.value, "Due"),
    (QuestionState.UNANSWERED.value, "No reply, and no day set"),
    (QuestionState.ANSWERED.value, "Answered"),
    (LATE, "Answered late"),
    (EVERYTHING, "All that was said"),
)
"""What a reader may ask for: its word in the address, and in words."""

STATE_WORDS = {
    QuestionState.OVERDUE: "Overdue",
    QuestionState.DUE: "Due",
    QuestionState.UNANSWERED: "No reply yet",
    QuestionState.ANSWERED: "Answered",
    QuestionState.SAID: "Said, and wants no reply",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A programme's questions as somebody sees them as at a day."""

    scrutiny: Scrutiny
    left_out: dict[str, list[str]]
    held: tuple[Capacity, ...]

    @property
    def programme(self) -> Programme:
        return self.scrutiny.programme

    @property
    def code(self) -> str:
        return self.programme.about.id

    @property
    def names(self) -> dict[str, str]:
        """The councils' short names by code."""
        return {each.code: each.short_name for each in self.programme.authorities}

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.scrutiny.questions

    @property
    def open(self) -> tuple[Question, ...]:
        return tuple(each for each in self.questions if each.is_open)

    def may_answer(self, question: Question) -> Refusal | Capacity:
        return may_answer(self.held, self.programme, question.comment)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """The questions of a programme that a reader asked for.

    `bodies` are those that said something; `gates` what is held back, and what every other council
    has said of its gate.
    """

    seen: Seen
    words: tuple[str, ...]
    shown: tuple[Question, ...]
    bodies: tuple[Body, ...]
    scrutinising: tuple[Body, ...]
    body: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """One comment with its whole story.

    `answers` is as what the reader may record its reply, or why not; `told` what the record shows
    where members complain of being told late; `papers` those in which the answer can stand.
    """

    seen: Seen
    question: Question
    answers: Refusal | Capacity
    whom: Acting
    told: str
    gate: QuestionGate | None
    papers: tuple[Paper, ...]
    payload: dict[str, Any]
    version: int

    @property
    def may(self) -> bool:
        return isinstance(self.answers, Capacity)

    @property
    def refusal(self) -> str:
        return "" if self.may else str(self.answers)

    @property
    def next_paper(self) -> str:
        """Where members read the answer next: the first paper that went to them since, or none."""
        body, shown = self.question.body, self.question.shown_in
        asked = self.question.asked_on or date.min
        since = [
            each
            for each in self.papers
            if each.body == body.id and each.dated.is_exact and each.dated.earliest > asked
        ]
        if shown is not None or not since:
            return "" if shown else f"No paper since is held that goes to {body.name}"
        first = min(since, key=lambda each: each.dated)
        more = f", and {len(since) - 1} more since" if len(since) > 1 else ""
        return f"“{first.title}”, {first.dated}{more}: no answer is recorded as standing in it"

    @property
    def time_words(self) -> str:
        """By when it is to be answered and why, or why no day is set by law."""
        time, comment = self.question.time, self.question.comment
        if time.due_on is not None:
            return time.because
        if comment.statutory or self.question.body.power is not Power.SCRUTINISES:
            return "none is recorded"
        law, as_at = read_law(), self.seen.scrutiny.as_at
        try:
            months = law.value(RESPONSE, as_at, "months")
        except NoLawForThatDayError:
            return "none is recorded"
        return (
            f"none is recorded. The law sets {months} months where the committee gave notice of a "
            f"report or recommendations ({law.rule(RESPONSE).reference.partition(';')[0]}), and no "
            "such notice is recorded for this"
        )

    @property
    def story(self) -> tuple[tuple[str, str], ...]:
        """What happened, day by day: the day and what it was."""
        comment, time = self.question.comment, self.question.time
        told: list[tuple[date | None, str]] = [
            (self.question.asked_on, f"{self.question.body.name} said it.")
        ]
        if comment.notice_on is not None:
            told.append((comment.notice_on, "The executive received the committee's notice."))
        if comment.reply and comment.replied_on is None:
            told.append((None, "The reply was given; its day is not recorded."))
        elif comment.reply and comment.replied_on is not None:
            late = ", late" if self.question.was_late else ""
            told.append((comment.replied_on, f"The reply was given{late}."))
        if time.due_on is not None:
            told.append((time.due_on, f"Last day for the reply: {time.because}."))
        shown = self.question.shown_in
        if shown is not None:
            told.append((shown.dated.earliest, f"The answer stands in “{shown.title}”."))
        ordered = sorted(told, key=lambda each: each[0] or date.max)
        return tuple((in_words(day) if day else "No day recorded", words) for day, words in ordered)


def seen(person: Person, code: str, as_at: date) -> Seen | None:
    """A programme's questions as at a day; None where the person sees no such programme."""
    page = cases.programme_page(person, code, as_at)
    if page is None:
        return None
    return Seen(
        scrutiny=scrutiny_of(page.case.programme, page.case.law, as_at),
        left_out=page.left_out,
        held=capacities(person),
    )


def list_page(held: Seen, body: str = "", state: str = ASKED) -> ListPage:
    """The questions of a body in a state; by default of all bodies, all that want a reply."""
    known = {each.body.id: each.body for each in held.questions}
    body = body if body in known else ""
    state = state if state in {value for value, _ in STATES} else ASKED
    return ListPage(
        seen=held,
        words=_in_words(held),
        shown=tuple(
            each
            for each in held.questions
            if body in ("", each.body.id) and _is_asked_for(each, state)
        ),
        bodies=tuple(known.values()),
        scrutinising=tuple(
            each for each in held.programme.bodies if each.id in known or _looks_on(each)
        ),
        body=body,
        state=state,
    )


def question_page(person: Person, code: str, key: str, as_at: date) -> QuestionPage | None:
    """One comment; None where there is none, then, that the person sees."""
    held = seen(person, code, as_at)
    question = next((each for each in held.questions if each.id == key), None) if held else None
    fact = facts.fact_page(person, code, KIND, key) if question else None
    if held is None or question is None or fact is None:
        return None
    complains = question.comment.complains_of is Complaint.TOLD_LATE
    return QuestionPage(
        seen=held,
        question=question,
        answers=held.may_answer(question),
        whom=acting(person, held.programme, KIND, [question.comment.owner]),
        told=record_of_telling(held.scrutiny, question) if complains else "",
        gate=held.scrutiny.gate(question.proposal.id, question.authority),
        papers=_papers_for(held.programme, question),
        payload=dict(fact.payload),
        version=fact.version,
    )


def _papers_for(programme: Programme, question: Question) -> tuple[Paper, ...]:
    """The papers in which the answer can stand: since it was asked, those to its body first."""
    asked = question.asked_on
    since = [each for each in programme.papers if asked is None or each.dated.latest >= asked]
    return tuple(sorted(since, key=lambda each: (each.body != question.body.id, each.dated)))


def _looks_on(body: Body) -> bool:
    return body.power in (Power.SCRUTINISES, Power.DECIDES, Power.SIGNS_OFF)


def _is_asked_for(question: Question, state: str) -> bool:
    if state == EVERYTHING:
        return True
    if state == ASKED:
        return question.asks
    if state == "open":
        return question.is_open
    if state == LATE:
        return question.was_late
    return question.state.value == state


def _in_words(held: Seen) -> tuple[str, ...]:
    """How many have no reply, whose, and which of them hold a gate back."""
    asked = [each for each in held.questions if each.asks]
    if not asked:
        return ("No question of a member is on record that is known by this day.",)
    if not held.open:
        return (f"Every one of {len(asked)} questions and concerns has its reply.",)
    by_body: dict[str, int] = {}
    for each in held.open:
        council = held.names.get(each.authority, "the programme")
        name = f"{each.body.name} ({council})"
        by_body[name] = by_body.get(name, 0) + 1
    number = len(held.open)
    one = number == 1
    whose = ", ".join(f"{name} {count}" for name, count in by_body.items())
    overdue = sum(each.state is QuestionState.OVERDUE for each in held.open)
    late = f" {overdue} of them {'is' if overdue == 1 else 'are'} overdue." if overdue else ""
    first = (
        f"{number} of {len(asked)} questions and concerns {'has' if one else 'have'} no reply: "
        f"{whose}.{late}"
    )
    holding = [each for each in held.scrutiny.gates if each.holds]
    if holding:
        return (first, *(f"{each.proposal.name}: {each.words}" for each in holding))
    said = dict.fromkeys(each.setting_words for each in held.scrutiny.gates if each.open)
    return (first, " ".join(["They hold no gate back now.", *said]))
