"""Those who make up a crowd: who reads, who writes, who looks in from outside, and their haste."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import Any

from crowd.browser import Answer, Browser, NoAnswerError, form_of

Pages = list[tuple[str, str]]


@dataclass
class Diary:
    """What a crowd met: milliseconds by kind of page, and what went wrong.

    What is met before `since`, by a steady clock, is kept apart: people arrive then.
    """

    since: float = 0.0
    took: dict[str, list[float]] = field(default_factory=dict)
    arriving: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    retried: Counter[str] = field(default_factory=Counter)

    def note(
        self, kind: str, path: str, answer: Answer, expected: tuple[int, ...] = (200,)
    ) -> bool:
        """Write down an answer; whether it is one that was expected."""
        if answer.status not in expected:
            self.wrong[f"{kind}: {answer.status} at {path}"] += 1
            return False
        if monotonic() < self.since:
            self.arriving.append(answer.took)
        else:
            self.took.setdefault(kind, []).append(answer.took)
        return True


@dataclass(frozen=True, slots=True)
class Haste:
    """For how many seconds somebody looks at a page before the next, any length alike likely."""

    least: float
    most: float

    async def think(self, chance: random.Random) -> None:
        """Look at the page."""
        await asyncio.sleep(chance.uniform(self.least, self.most))


async def read(
    browser: Browser, pages: Pages, haste: Haste, diary: Diary, until: float, chance: random.Random
) -> None:
    """Read one page after another until a moment of the steady clock."""
    await asyncio.sleep(chance.uniform(0, haste.most))
    while monotonic() < until:
        kind, path = chance.choice(pages)
        try:
            diary.note(kind, path, await browser.get(path))
        except NoAnswerError as error:
            diary.wrong[f"{kind}: no answer ({error})"] += 1
        await haste.think(chance)


@dataclass
class Writer:
    """Somebody who saves one fact again and again; `saved` are the texts that the site took."""

    browser: Browser
    address: str
    name: str
    saved: list[str] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """What has to be found afterwards."""
        return {"address": self.address, "saved": self.saved}


async def write(
    writer: Writer,
    haste: Haste,
    diary: Diary,
    until: float,
    chance: random.Random,
    *,
    patient: bool = False,
) -> None:
    """Open the form, type, save and look at what came of it, until a moment of the steady clock.

    Whoever is `patient` sends the same form again where no answer came or the site asked to wait,
    as people do who press the button once more: the site has to carry it out once all the same.
    """
    await asyncio.sleep(chance.uniform(0, haste.most))
    first, path = "", f"{writer.address}change/"
    ask, send = writer.browser.get, writer.browser.post
    while monotonic() < until:
        form = await _try("form", partial(ask, path), diary, patient=patient)
        if form is None or not diary.note("form", path, form):
            await haste.think(chance)
            continue
        fields = form_of(form.text, "form-token")
        standing = dict(fields)["text"]
        first = first or standing
        text = f"{first} Looked at {len(writer.saved) + 1} times by {writer.name}."
        sent = [(name, text if name == "text" else value) for name, value in fields]
        sent = [(name, "a round of reading" if name == "form-why" else v) for name, v in sent]
        await haste.think(chance)
        answer = await _try("save", partial(send, path, sent), diary, patient=patient)
        if answer is not None and diary.note("save", path, answer, (302, 303)):
            writer.saved.append(text.replace("\r\n", "\n"))
            shown = await _try("fact", partial(ask, answer.leads_to), diary, patient=patient)
            if shown is not None:
                diary.note("fact", answer.leads_to, shown)
        await haste.think(chance)


_AGAIN_AFTER = 0.3  # s
_UNAVAILABLE = (502, 503)


async def _try(
    kind: str, ask: Callable[[], Awaitable[Answer]], diary: Diary, *, patient: bool
) -> Answer | None:
    """Ask; and, whoever is patient, again until there is an answer."""
    given_up = monotonic() + 60
    while True:
        try:
            answer = await ask()
            if not (patient and answer.status in _UNAVAILABLE):
                return answer
            why = str(answer.status)
        except NoAnswerError as error:
            why = "no answer"
            if not patient:
                diary.wrong[f"{kind}: {error}"] += 1
                return None
        diary.retried[f"{kind}: {why}"] += 1
        if monotonic() > given_up:
            diary.wrong[f"{kind}: no answer for a minute"] += 1
            return None
        await asyncio.sleep(_AGAIN_AFTER)


def in_seconds(seconds: float) -> float:
    """A moment of the steady clock."""
    return monotonic() + seconds
