"""The links of the pages of a route: each carries along the day and what is supposed."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

MOST_SUPPOSITIONS = 30
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """`asked` is the day that the reader named, None for today; `as_at` the day of the page."""

    as_at: date
    asked: date | None
    suppositions: tuple[str, ...] = ()

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What a form that asks for a page sends along."""
        day = [("as_at", self.asked.isoformat())] if self.asked else []
        return [*day, *(("suppose", each) for each in self.suppositions)]

    def to(self, view: str, *args: object, **more: object) -> str:
        """The address of a page of a route, for the same day and suppositions."""
        path = reverse(view, args=args)
        query = [*self.fields, *((name, value) for name, value in more.items() if value)]
        return f"{path}?{urlencode(query)}" if query else path

    def without(self, supposition: str) -> "Links":
        """The same day without one of the suppositions."""
        kept = tuple(each for each in self.suppositions if each != supposition)
        return Links(as_at=self.as_at, asked=self.asked, suppositions=kept)

    def supposing(self, supposition: str) -> "Links":
        """The same day with one more supposition, in place of another of the same rule."""
        rule = supposition.partition("=")[0]
        kept = tuple(each for each in self.suppositions if each.partition("=")[0] != rule)
        return Links(as_at=self.as_at, asked=self.asked, suppositions=(*kept, supposition))


def links_of(request: HttpRequest, as_at: date) -> Links:
    """What the address of a page asks."""
    sent = request.GET.getlist("suppose")[:MOST_SUPPOSITIONS]
    return Links(
        as_at=as_at,
        asked=as_at if request.GET.get("as_at") else None,
        suppositions=tuple(dict.fromkeys(each.strip()[:_LONGEST] for each in sent if each.strip())),
    )
