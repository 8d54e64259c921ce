"""What the page of a signature shows before it is given: the very lines, and what it does."""

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal

from moothall.facts.baselines import SignedLine
from moothall.files.shapes import plain
from moothall.finance.baseline import CouncilBaseline
from moothall.finance.baseline_versions import NextSignature, Reopened, reopened
from moothall_web.books.baseline import CouncilSigning, baseline_in, signing
from moothall_web.books.seen import Seen
from moothall_web.facts.words import KIND_WORDS

KIND = "baseline_signatures"


@dataclass(frozen=True, slots=True)
class OpenedAgain:
    """A fact that rests on older lines, and is to be looked at again."""

    kind: str
    key: str
    what: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignPage:
    """One council's lines as they would be signed.

    `mark` names just these lines; `shared` says whether the partners see all of them.
    """

    seen: Seen
    council: CouncilSigning
    opens_again: tuple[OpenedAgain, ...]
    mark: str
    shared: bool

    @property
    def lines(self) -> tuple[SignedLine, ...]:
        return self.council.coming.lines if self.council.coming else ()

    @property
    def nets(self) -> tuple[tuple[str, Decimal], ...]:
        """The net of each year in its prices."""
        return tuple((each.title, each.total.net) for each in self.council.baseline.years)


def sign_page(held: Seen, authority: str) -> SignPage | None:
    """What a council would sign; None where it is no party to the proposal."""
    found = [each for each in baseline_in(held).councils if each.authority == authority]
    if not found:
        return None
    council = signing(held, found[0])
    return SignPage(
        seen=held,
        council=council,
        opens_again=_opened_again(held, found[0]),
        mark=mark_of(council.coming) if council.coming else "",
        shared=lines_are_shared(found[0]),
    )


def mark_of(coming: NextSignature) -> str:
    """A name for just these lines in just this version: another line is another name."""
    text = json.dumps([coming.version, plain(coming.lines)], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def lines_are_shared(council: CouncilBaseline) -> bool:
    """Whether every line is shared: a signature holds the lines, and tells no more than they."""
    return all(line.shared for line in council.lines)


def _opened_again(held: Seen, council: CouncilBaseline) -> tuple[OpenedAgain, ...]:
    found = reopened(
        held.case.programme,
        held.proposal.id,
        council.authority,
        council.lines,
        council.signing.signatures,
    )
    return tuple(_named(each) for each in found)


def _named(each: Reopened) -> OpenedAgain:
    fact = each.fact
    name = next(
        (
            str(getattr(fact, field))
            for field in ("name", "title", "text", "basis")
            if hasattr(fact, field)
        ),
        fact.id,
    )
    return OpenedAgain(each.kind, fact.id, KIND_WORDS[each.kind].one, name)
