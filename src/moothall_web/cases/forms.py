"""What a reader enters: the day for which a question is asked, and what is done with a snapshot."""

from typing import Any

from django import forms

from moothall_web.dates.fields import HOW, DayField


class AsAtForm(forms.Form):
    """`?as_at=`: what was known by the end of that day."""

    as_at = DayField(label="Show what was known on", required=False)


class SnapshotForm(forms.Form):
    """For whom to freeze the case, as at which day, and why."""

    authority = forms.ChoiceField(
        label="For which council?", error_messages={"required": "Choose the council"}
    )
    as_at = DayField(label="As at which day?", required=False, help_text=f"Empty for today; {HOW}")
    why = forms.CharField(
        label="What is it for?",
        max_length=500,
        help_text="For example: for the agenda of 4 April",
        error_messages={"required": "Say what the snapshot is for"},
    )

    def __init__(self, *args: Any, councils: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["authority"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = councils
        if len(councils) == 1:
            field.initial = councils[0][0]


class StepForm(forms.Form):
    """Why something is done with a snapshot."""

    why = forms.CharField(
        label="Why?",
        max_length=500,
        help_text="It is kept in the record beside your name",
        error_messages={"required": "Say why, in a few words"},
    )
