"""The pages of the public site, each made from what is public and nothing else.

Every page is made without a request, so that it is the same for everybody and can be written out.
"""

import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from threading import Lock

from django.conf import settings
from django.template.loader import render_to_string

from moothall import __version__
from moothall.render.editions import MEDIA_TYPES
from moothall_web.publication import feeds, queries
from moothall_web.publication.models import Edition

HTML = MEDIA_TYPES["html"]
_MOST = 500  # pages kept in memory by each worker
_STYLE = re.compile(rb"<style[^>]*>(.*?)</style>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is public on a day; `copied_at` is set where a copy is written out."""

    today: date
    editions: tuple[Edition, ...]
    copied_at: datetime | None = None

    @property
    def token(self) -> str:
        return queries.token(self.editions, self.today, __version__, settings.PUBLIC_SITE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page or file.  `styles` are the digests of the style sheets that stand inside it."""

    content: bytes
    kind: str = HTML
    etag: str = ""
    changed_at: datetime | None = None
    styles: tuple[str, ...] = ()
    name: str = ""


Maker = Callable[..., Answer | None]


def answer(name: str, site: Site, *args: object) -> Answer | None:
    """The page of a name in `PAGES`, from memory where nothing has changed; None: not there."""
    key = (site.token, site.copied_at, name, args)
    with _lock:
        held = _kept.get(key)
        if held is not None:
            _kept.move_to_end(key)
            return held
    made = PAGES[name](site, *args)
    if made is None:
        return None
    made = replace(
        made,
        etag=f'"{sha256(made.content).hexdigest()[:32]}"',
        changed_at=made.changed_at or _last(site.editions),
    )
    with _lock:
        _kept[key] = made
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return made


_kept: OrderedDict[tuple[object, ...], Answer] = OrderedDict()
_lock = Lock()


def home(site: Site) -> Answer:
    """The list of programmes."""
    codes = list(dict.fromkeys(each.programme for each in site.editions))
    held = [(code, queries.proposals(site.editions, code)) for code in codes]
    programmes = [(code, of_it) for code, of_it in held if any(each.newest for each in of_it)]
    return _page("home", site, programmes=programmes)


def programme(site: Site, code: str) -> Answer | None:
    """A programme in plain words, and its proposals."""
    held = [each for each in queries.proposals(site.editions, code) if each.newest]
    return _page("programme", site, code=code, proposals=held) if held else None


def proposal(site: Site, code: str, proposal_id: str) -> Answer | None:
    """A proposal: what, why, its money, where it stands, when it is decided, how to have a say."""
    held = queries.proposal(site.editions, code, proposal_id)
    if held is None:
        return None
    if held.newest is None:
        return _page("withdrawn", site, editions=[each.edition for each in held.parts])
    return _page("proposal", site, held=held, next=held.next_decision(site.today))


def questions(site: Site, code: str, proposal_id: str) -> Answer | None:
    """What members asked, and the answers."""
    held = queries.proposal(site.editions, code, proposal_id)
    return _page("questions", site, held=held) if held and held.newest else None


def changes(site: Site, code: str, proposal_id: str) -> Answer | None:
    """What each council says otherwise than the time before."""
    held = queries.proposal(site.editions, code, proposal_id)
    return _page("changes", site, held=held) if held and held.newest else None


def words(site: Site, code: str) -> Answer | None:
    """The short forms of a programme, spelled out."""
    held = [each for each in queries.proposals(site.editions, code) if each.newest]
    if not held:
        return None
    found: dict[tuple[str, str], None] = {}
    for each in held:
        for part in each.open_parts:
            for line in part.says.short_forms if part.says else ():
                found[line.label, line.text] = None
    return _page(
        "words", site, code=code, name=_name_of(held), short_forms=sorted(found, key=_folded)
    )


def edition(site: Site, code: str, proposal_id: str, authority: str, number: int) -> Answer | None:
    """One edition with its files; that it was withdrawn, and when, and then nothing else."""
    found = _edition(site, code, proposal_id, authority, number)
    if found is None:
        return None
    says = queries.says(found)
    if says is None:
        return _page("withdrawn", site, editions=[found])
    return _page(
        "edition",
        site,
        edition=found,
        says=says,
        council=queries.party_name(says, authority),
        files=queries.file_names(found),
    )


def file(
    site: Site, code: str, proposal_id: str, authority: str, number: int, name: str
) -> Answer | None:
    """A paper, byte for byte as it was frozen."""
    found = _edition(site, code, proposal_id, authority, number)
    content = queries.public_file(found, name) if found else None
    if found is None or content is None:
        return None
    kind = MEDIA_TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")
    return Answer(
        content=content,
        kind=kind,
        changed_at=found.published_at,
        styles=tuple(_digest(each) for each in _STYLE.findall(content)) if kind == HTML else (),
        name="" if kind == HTML else f"{proposal_id}-{authority}-{number}-{name}",
    )


def accessibility(site: Site) -> Answer:
    """The accessibility statement, from what the installation says of itself."""
    return _page("accessibility", site)


def privacy(site: Site) -> Answer:
    """What is kept about whoever reads the public site."""
    return _page("privacy", site)


def news(site: Site, code: str, proposal_id: str = "") -> Answer | None:
    """What was published and withdrawn, as an Atom feed."""
    held = _wanted(site, code, proposal_id)
    if not held:
        return None
    return Answer(content=feeds.atom(held), kind="application/atom+xml; charset=utf-8")


def days(site: Site, code: str, proposal_id: str = "") -> Answer | None:
    """The days on which councils decide, for calendar programs."""
    held = _wanted(site, code, proposal_id)
    if not held:
        return None
    return Answer(content=feeds.decision_days(held), kind="text/calendar; charset=utf-8")


PAGES: dict[str, Maker] = {
    each.__name__: each
    for each in (home, programme, proposal, questions, changes, words, edition, file)
} | {each.__name__: each for each in (accessibility, privacy, news, days)}


def addresses(site: Site) -> list[tuple[str, tuple[object, ...]]]:
    """Every page and file that there is, as a name in `PAGES` and what it is given."""
    found: list[tuple[str, tuple[object, ...]]] = [
        (name, ()) for name in ("home", "accessibility", "privacy")
    ]
    for code in dict.fromkeys(each.programme for each in site.editions):
        found += [(name, (code,)) for name in ("programme", "words", "news", "days")]
        for held in queries.proposals(site.editions, code):
            pages = ("proposal", "questions", "changes", "news", "days")
            found += [(name, (code, held.id)) for name in pages]
    for each in site.editions:
        place = (each.programme, each.proposal, each.authority, each.number)
        found.append(("edition", place))
        if each.withdrawn_on is None:
            found += [("file", (*place, name)) for name in queries.file_names(each)]
    return found


def _page(template: str, site: Site, **context: object) -> Answer:
    context |= {"today": site.today, "about": settings.PUBLIC_SITE, "copied_at": site.copied_at}
    return Answer(content=render_to_string(f"publication/{template}.html", context).encode())


def _wanted(site: Site, code: str, proposal_id: str) -> tuple[queries.PublicProposal, ...]:
    held = queries.proposals(site.editions, code)
    return tuple(each for each in held if proposal_id in ("", each.id))


def _edition(site: Site, *place: object) -> Edition | None:
    return next(
        (
            each
            for each in site.editions
            if (each.programme, each.proposal, each.authority, each.number) == place
        ),
        None,
    )


def _name_of(held: list[queries.PublicProposal]) -> str:
    newest = held[0].newest
    return newest.says.programme if newest and newest.says else ""


def _folded(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0].casefold(), pair[1]


def _digest(style: bytes) -> str:
    import base64

    return f"'sha256-{base64.b64encode(sha256(style).digest()).decode()}'"


def _last(editions: tuple[Edition, ...]) -> datetime | None:
    """When anything public last changed, as far as its days tell."""
    moments = [each.published_at for each in editions]
    moments += [
        datetime(day.year, day.month, day.day, tzinfo=UTC)
        for each in editions
        for day in (each.public_from, each.withdrawn_on)
        if day is not None
    ]
    return max(moments) if moments else None
