"""What somebody enters: whom to ask for a clearance, what an office answers."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.facts.decisions import Answer
from moothall_web.people.offices import roles_for

_LONGEST_COMMENT = 5_000
WHOLE = "The whole paper"


class AskForm(forms.Form):
    """Whom to ask: an office, or somebody by name who answers for it."""

    area = forms.ChoiceField(
        label="Which part of the paper?",
        error_messages={"required": "Choose a part of the paper, or the whole of it"},
    )
    question = forms.CharField(
        label="What is asked?",
        max_length=500,
        help_text="For example: Have the data protection implications been cleared?",
        error_messages={"required": "Enter what is asked"},
    )
    office = forms.CharField(
        label="Which office is asked?",
        max_length=200,
        help_text="For example Finance, Legal, or Communications",
        error_messages={"required": "Enter the office, for example Finance"},
    )
    asked_of = forms.ChoiceField(label="Who is asked?", required=False)
    title = forms.CharField(
        label="Title of the paper",
        max_length=300,
        error_messages={"required": "Enter the title of the paper"},
    )
    report_of = forms.CharField(
        label="Whose report is it?",
        max_length=300,
        help_text="As the paper is to print it, for example Director of Children's Services",
        error_messages={"required": "Enter whose report it is"},
    )
    body = forms.ChoiceField(
        label="To which body does it go?",
        error_messages={"required": "Choose the body that receives it"},
    )

    def __init__(
        self,
        *args: Any,
        office: str,
        headings: Iterable[str],
        people: Iterable[str],
        bodies: Iterable[tuple[str, str]],
        listed: bool,
        begun: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.listed, self.asks_of = listed, office
        if listed:
            for name in ("area", "question", "office"):
                del self.fields[name]
        else:
            parts = [("", "Choose"), (WHOLE, WHOLE), *((each, each) for each in headings)]
            _choices(self, "area", parts)
        if begun:
            for name in ("title", "report_of", "body"):
                del self.fields[name]
        else:
            _choices(self, "body", [("", "Choose"), *bodies])
        roles = roles_for(office)
        nobody = "Whoever acts for the office" if roles or not listed else "Choose"
        _choices(self, "asked_of", [("", nobody), *((name, name) for name in people)])

    def clean(self) -> dict[str, Any]:
        held = self.cleaned_data
        office = self.asks_of if self.listed else held.get("office", "")
        if office and not roles_for(office) and not held.get("asked_of"):
            self.add_error(
                "asked_of",
                f"Choose who is asked: which role answers for {office} is not known here",
            )
        return held


class AnswerForm(forms.Form):
    """Yes or No, and why."""

    said = forms.ChoiceField(
        label="Do you clear these words?",
        choices=[(Answer.YES.value, "Yes"), (Answer.NO.value, "No")],
        error_messages={"required": "Choose Yes or No"},
    )
    comment = forms.CharField(
        label="Comment",
        max_length=_LONGEST_COMMENT,
        required=False,
        help_text="Needed with a No: what is wrong or missing. It stands in the paper's table",
    )

    def clean(self) -> dict[str, Any]:
        held = self.cleaned_data
        says_no = held.get("said") == Answer.NO.value
        if says_no and not held.get("comment") and "comment" not in self.errors:
            self.add_error("comment", "Say why you do not clear these words")
        return held


def _choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.choices = choices
