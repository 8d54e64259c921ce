"""What a reader asks of a route: a supposition, a wanted start, another day, the usual steps."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from moothall.basics.dates import in_words
from moothall.facts.decisions import Meeting, MeetingStatus
from moothall_web.dates.fields import HOW, DayField
from moothall_web.routes.moves import ANOTHER_DAY, MovableStep
from moothall_web.routes.usual import Proposed, Taken


class SupposeForm(forms.Form):
    """Which rule of which council to suppose, and what."""

    rule = forms.ChoiceField(
        label="Which rule?", error_messages={"required": "Choose the rule to suppose"}
    )
    value = forms.CharField(
        label="What if it were",
        max_length=100,
        help_text="For example 5 for a number of days, or yes",
        error_messages={"required": "Enter what to suppose, for example 5"},
    )

    def __init__(self, *args: Any, rules: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "rule", [("", "Choose"), *rules])

    @property
    def supposition(self) -> str:
        """As `--suppose` takes it: `tameside.call_in_days=5`."""
        return f"{self.cleaned_data['rule']}={self.cleaned_data['value']}"


class WantedForm(forms.Form):
    """The first day of the service that somebody wants."""

    wanted = DayField(
        label="Which first day of the service is wanted?",
        required=False,
        help_text=f"{HOW[:1].upper()}{HOW[1:]}",
    )


class MoveForm(forms.Form):
    """To which meeting, or to which other day, a step goes."""

    to = forms.ChoiceField(
        label="Where does it go?", error_messages={"required": "Choose where it goes"}
    )
    day = DayField(label="Which day?", required=False, help_text=f"{HOW[:1].upper()}{HOW[1:]}")

    def __init__(self, *args: Any, found: MovableStep, as_at: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found, self.as_at = found, as_at
        meetings = [(each.id, _called(each)) for each in found.others]
        other = (
            "Its meeting is held on another day"
            if found.meeting is not None
            else "It is planned for another day"
        )
        _choices(self, "to", [*meetings, (ANOTHER_DAY, other)])

    def clean(self) -> dict[str, Any]:
        held = self.cleaned_data
        if held.get("to") != ANOTHER_DAY or "day" in self.errors:
            return held
        day = held.get("day")
        if day is None:
            self.add_error("day", f"Enter the other day, {HOW}")
        elif day < self.as_at:
            self.add_error(
                "day", f"Enter a day that is not past: {in_words(self.as_at)} is the first"
            )
        elif day == (self.found.meeting.held_on if self.found.meeting else self.found.on):
            self.add_error("day", "Enter another day: that is the one that it has now")
        return held


class UsualForm(forms.Form):
    """Which of the usual steps to add, who takes them, and whether the others see them."""

    shared = forms.BooleanField(
        label="Show them to the other councils of the programme",
        required=False,
        help_text="Until then only your own council sees them in the joint route",
    )

    def __init__(
        self, *args: Any, proposed: Iterable[Proposed], short_name: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = tuple(each for each in proposed if not each.lacks)
        self.short_name = short_name
        for each in self.proposed:
            usual = each.usual
            self.fields[f"take-{usual.slug}"] = forms.BooleanField(
                label=usual.name, required=False, initial=True, help_text=usual.says
            )
            if usual.asks:
                self.fields[f"body-{usual.slug}"] = forms.ChoiceField(
                    label=usual.asks, required=False, choices=[("", "Choose"), *each.bodies]
                )

    def clean(self) -> dict[str, Any]:
        held = self.cleaned_data
        for each in self.proposed:
            slug = each.usual.slug
            body = f"body-{slug}"
            lacks = each.usual.asks and held.get(f"take-{slug}") and not held.get(body)
            if lacks and body not in self.errors:
                self.add_error(body, f"{each.usual.asks} Choose one of {self.short_name}'s")
        if self.proposed and not any(held.get(f"take-{e.usual.slug}") for e in self.proposed):
            first = self.proposed[0].usual.slug
            self.add_error(f"take-{first}", "Choose at least one step to add")
        return held

    def taken(self) -> tuple[Taken, ...]:
        """The steps that were chosen, in their order."""
        held = self.cleaned_data
        return tuple(
            Taken(usual=each.usual, body=held.get(f"body-{each.usual.slug}") or None)
            for each in self.proposed
            if held[f"take-{each.usual.slug}"]
        )


def _called(meeting: Meeting) -> str:
    """A meeting as one chooses it: its day, and what is not ordinary about it."""
    marks = [] if meeting.kind == "ordinary" else [meeting.kind]
    if meeting.status is MeetingStatus.PROVISIONAL:
        marks.append("provisional")
    return ", ".join([f"The meeting of {in_words(meeting.held_on)}", *marks])


def _choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.choices = choices
