"""The forms of a desk: a remark, a task."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from moothall_web.dates.fields import DayField
from moothall_web.people.models import Person
from moothall_web.people.queries import Capacity


class _InACapacity(forms.Form):
    """A form that is sent in for a council; who acts for several chooses."""

    capacity = forms.ChoiceField(
        label="You say this as", error_messages={"required": "Choose for whom you say this"}
    )

    def __init__(
        self, *args: Any, held: Iterable[Capacity], names: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.held = {str(each.acting): each for each in held}
        field = self.fields["capacity"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (acting, f"{each.role.label} for {_whom(each, names)}")
            for acting, each in self.held.items()
        ]
        if len(self.held) == 1:
            field.initial = next(iter(self.held))

    @property
    def chosen(self) -> Capacity:
        """The capacity that was chosen, once the form is valid."""
        return self.held[self.cleaned_data["capacity"]]


def _whom(held: Capacity, names: Mapping[str, str]) -> str:
    return held.organisation or names.get(held.authority, held.authority)


class RemarkForm(_InACapacity):
    """What somebody says about a fact, and to whom."""

    text = forms.CharField(
        label="Remark",
        max_length=10_000,
        widget=forms.Textarea,
        help_text="Write @ and a sign-in name to tell somebody",
        error_messages={"required": "Write the remark"},
    )
    shared = forms.BooleanField(label="Let the other councils read it too", required=False)


class TaskForm(_InACapacity):
    """What is to be done, by whom, by when."""

    words = forms.CharField(
        label="What is to be done?",
        max_length=500,
        error_messages={"required": "Say what is to be done"},
    )
    owner = forms.ChoiceField(
        label="By whom?", error_messages={"required": "Choose who is to do it"}
    )
    due_on = DayField(
        label="By when?", required=False, help_text="For example 15 February 2027; may be empty"
    )

    def __init__(self, *args: Any, colleagues: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {each.username: each for each in colleagues}
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [("", "Choose"), *((each.username, each.name) for each in colleagues)]
