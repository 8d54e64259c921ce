"""What somebody enters of a question: its reply, and the paper in which that can be read."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from moothall.basics.dates import in_words
from moothall_web.dates.fields import HOW, DayField

_LONGEST = 9_000


class AnswerForm(forms.Form):
    """The reply to a question, who gave it, when, and what it changed."""

    reply = forms.CharField(
        label="The reply",
        max_length=_LONGEST,
        widget=forms.Textarea,
        help_text="In the words in which members are to read it",
        error_messages={
            "required": "Enter the reply",
            "max_length": f"Shorten the reply to {_LONGEST:,} characters",
        },
    )
    office = forms.CharField(
        label="Which office gives it?",
        max_length=200,
        help_text="For example, Director of Children's Services",
        error_messages={
            "required": "Enter the office that gives the reply",
            "max_length": "Shorten the office to 200 characters",
        },
    )
    replied_on = DayField(
        label="On which day?",
        help_text=f"{HOW[:1].upper()}{HOW[1:]}",
        error_messages={"required": "Enter the day of the reply"},
    )
    changed = forms.CharField(
        label="What does it change in the proposal? (optional)",
        max_length=_LONGEST,
        required=False,
        widget=forms.Textarea,
        help_text="Leave it empty where nothing is changed",
        error_messages={"max_length": f"Shorten what it changes to {_LONGEST:,} characters"},
    )

    def __init__(self, *args: Any, asked_on: date | None, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked_on, self.today = asked_on, today

    def clean_replied_on(self) -> date:
        """Raises ValidationError for a day before the question and one that has not come."""
        day: date = self.cleaned_data["replied_on"]
        if day > self.today:
            raise forms.ValidationError("Enter a day that has come: a reply is recorded once given")
        if self.asked_on is not None and day < self.asked_on:
            raise forms.ValidationError(
                f"Enter a day from {in_words(self.asked_on)} on: it was asked then"
            )
        return day


class ShownForm(forms.Form):
    """In which paper members can read the answer."""

    paper = forms.ChoiceField(
        label="In which paper does the answer stand?",
        required=False,
        error_messages={"invalid_choice": "Choose one of the papers, or none"},
    )

    def __init__(self, *args: Any, papers: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["paper"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - as it is declared above
        field.choices = [("", "In no paper yet"), *papers]
