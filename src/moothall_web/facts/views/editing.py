"""What is being edited: something new, or a fact as it is at this moment."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from moothall.facts.programme import Programme
from moothall_web.facts.acting import Acting
from moothall_web.facts.drafts import NEW, KeptDraft
from moothall_web.facts.forms.content import Content, blank, content_of
from moothall_web.facts.forms.fact_form import FactForm, Known
from moothall_web.facts.forms.parts import Part
from moothall_web.facts.forms.readings import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """A fact and all that its form needs; `fact` is None and `key` empty for something new.

    `owners` are those that it may belong to.
    """

    code: str
    kind: str
    key: str
    label: str
    programme: Programme
    fact: dict[str, Any] | None
    version: int
    parts: tuple[Part, ...]
    known: Known
    owners: tuple[str, ...]
    acting: Acting
    draft: KeptDraft | None

    @property
    def draft_key(self) -> str:
        return self.key or NEW

    @property
    def draft_address(self) -> str:
        """Where a draft of it is sent to."""
        return reverse("facts:draft", args=[self.code, self.kind, self.draft_key])

    @property
    def address(self) -> str:
        """Where the form is sent to."""
        if self.fact is None:
            return reverse("facts:add", args=[self.code, self.kind])
        return reverse("facts:change", args=[self.code, self.kind, self.key])

    @property
    def way_out(self) -> str:
        """Where one goes who leaves the form."""
        if self.fact is None:
            return reverse("facts:kind", args=[self.code, self.kind])
        return reverse("facts:fact", args=[self.code, self.kind, self.key])

    def now(self) -> Content:
        """The fields as they stand now, with nothing typed in."""
        if self.fact is not None:
            return content_of(self.parts, self.fact)
        started = blank(self.parts)
        if len(self.owners) == 1 and "owner" in started:
            started["owner"] = [self.owners[0]]
        return started

    def form(self, content: Content, *, checked: bool) -> FactForm:
        """The form with this content in it; a fact is known from the day of its document on."""
        if checked and content.get("known_on") == [""]:
            chosen = content.get("source-document", [])
            days = [each.known_on for each in self.programme.documents if each.id in chosen]
            if days:
                content = content | {"known_on": [day_in_words(days[0].isoformat())]}
        return FactForm(self.kind, self.known, content, original=self.fact, checked=checked)
