"""From which day the public sees an edition, and how the council is reached."""

from typing import Any

from django import forms

from moothall_web.dates.fields import HOW, DayField


class ReleaseForm(forms.Form):
    """The day is the one on which the agenda and papers were, or will be, open to the public."""

    public_from = DayField(
        label="From which day may the public see it?",
        help_text=f"Not before the agenda is published; {HOW}",
        error_messages={"required": "Enter the day from which the public may see it"},
    )
    contact = forms.CharField(
        label="How can residents reach the council about it?",
        max_length=500,
        required=False,
        help_text="An office, its page or its counter; never a person's own name or number",
    )

    def clean_contact(self) -> str:
        """One line, whatever was pasted."""
        given: Any = self.cleaned_data["contact"]
        return " ".join(str(given).split())
