"""What the page "What I am told" shows: only the reader's own, and for council IT what failed."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from moothall_web.identity.sealing import unseal
from moothall_web.notifications.choices import Chosen, chosen_by
from moothall_web.notifications.models import MailAddress, Message, MessageState, Soon
from moothall_web.notifications.telling import KEPT_FOR
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.queries import acting_on, capacities
from moothall_web.row_scope import EVERYTHING, within

_SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A message that could not be sent to somebody of the reader's council; never what it said."""

    name: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPage:
    """How somebody is told, and what they were told last.

    `address` is the one in use, `asked` one that waits to be confirmed; `failed` is council IT's.
    """

    chosen: tuple[Chosen, ...]
    address: str
    asked: str
    refused: str
    is_sent: bool
    messages: tuple[Message, ...]
    failed: tuple[Failed, ...]
    sees_failed: bool
    kept_days: int
    at: str

    @property
    def words(self) -> str:
        """How one is told, in a sentence."""
        if not self.chosen:
            return "You act in no role that anything is told to."
        how = f"once a day, from {self.at}, where there is anything new"
        if any(each.soon == Soon.AT_ONCE for each in self.chosen):
            how += ", and of some things at once"
        if not self.is_sent:
            return f"You are told on this page {how}. This site sends no e-mail."
        if self.refused:
            return f"You are told on this page {how}. {self.address} took no more e-mail."
        if self.address:
            return f"You are told by e-mail to {self.address} and on this page, {how}."
        return f"You are told on this page {how}. Give an address to have it by e-mail."


def told_page(person: Person) -> ToldPage:
    """How somebody is told, and what they were told."""
    held = MailAddress.objects.filter(person=person).first()
    councils = {each.authority for each in capacities(person) if each.role == Role.IT}
    return ToldPage(
        chosen=chosen_by(person),
        address=unseal(held.address) if held else "",
        asked=unseal(held.asked) if held else "",
        refused=held.refused if held else "",
        is_sent=settings.MAIL_IS_SENT,
        messages=tuple(
            Message.objects.filter(person=person)
            .exclude(state__in=[MessageState.WAITING, MessageState.NOTHING])
            .exclude(text="")[:_SHOWN]
        ),
        failed=_failed(councils),
        sees_failed=bool(councils),
        kept_days=KEPT_FOR.days,
        at=f"{settings.MESSAGES_AT:02}:00",
    )


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a message as its page shows it: a heading, a point or a paragraph."""

    sort: str
    words: str
    address: str = ""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The plain text of a message in its pieces; an address on its own line is what one opens."""
    found = []
    for paragraph in text.strip().split("\n\n"):
        lines = [line.strip() for line in paragraph.strip().split("\n")]
        if len(lines) == _HEADING and set(lines[1]) == {"-"}:
            found.append(Block("heading", lines[0]))
            continue
        said = " ".join(line for line in lines if line and line != "--" and not _is_address(line))
        address = next((line for line in lines if _is_address(line)), "")
        before, colon, after = said.rpartition(": ")
        if not address and colon and _is_address(after):
            said, address = before, after
        sort = "point" if said.startswith("* ") else "paragraph"
        found.append(Block(sort, said.removeprefix("* "), address))
    return tuple(found)


_HEADING = 2  # lines: the words, and what underlines them


def _is_address(line: str) -> bool:
    return line.startswith(("http://", "https://")) and " " not in line


def message_of(person: Person, number: int) -> Message | None:
    """One of somebody's own messages."""
    return Message.objects.filter(person=person, pk=number).exclude(text="").first()


def _failed(councils: set[str]) -> tuple[Failed, ...]:
    """What failed, or waits after a try, of the people of these councils."""
    if not councils:
        return ()
    with within(EVERYTHING):  # a message is its reader's alone; that it failed is IT's to mend
        acting = Acting.objects.filter(acting_on(timezone.localdate()), authority__in=councils)
        found = (
            Message.objects.filter(person__acting__in=acting)
            .filter(state__in=[MessageState.FAILED, MessageState.WAITING])
            .exclude(words="")
            .select_related("person")
            .defer("text", "subject")
            .distinct()
        )
        return tuple(
            Failed(name=each.person.name, message=each)
            for each in found[:_SHOWN]
            if each.person is not None
        )
