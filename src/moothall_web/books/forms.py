"""What a reader asks of the books: a day on which notice would be given."""

from django import forms

from moothall_web.dates.fields import HOW, DayField


class NoticeForm(forms.Form):
    """`?given_on=`: the day from which notice would run."""

    given_on = DayField(
        label="If notice were given on",
        required=False,
        help_text=f"Empty for the page's day; {HOW}",
    )
