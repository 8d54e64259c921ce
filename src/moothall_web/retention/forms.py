"""The yes to what a rule would erase."""

from django import forms


class EraseByRuleForm(forms.Form):
    """Why, and that it is for good."""

    why = forms.CharField(
        label="Why?",
        max_length=1000,
        help_text="Kept in the record of events: do not repeat here what is to be erased",
        error_messages={"required": "Say why it is erased"},
    )
    sure = forms.BooleanField(
        label="I have looked at the examples, and I know that nobody can bring any of this back",
        error_messages={"required": "Confirm that you know that nobody can bring it back"},
    )
