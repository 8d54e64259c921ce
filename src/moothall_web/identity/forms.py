"""Changing one's own password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from moothall_web.people.models import Person


class ChangePasswordForm(forms.Form):
    """The password as it is, and as it shall be.  Whoever finds a session open knows neither."""

    current = forms.CharField(
        label="Password now",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput,
        error_messages={"required": "Enter the password that you have now"},
    )
    password = forms.CharField(
        label="New password",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput,
        help_text="At least 12 characters. Three words that do not go together are good",
        error_messages={"required": "Choose a new password"},
    )

    def __init__(self, person: Person, data: Any = None) -> None:
        super().__init__(data)
        self.person = person

    def clean_current(self) -> str:
        current: str = self.cleaned_data["current"]
        if not self.person.check_password(current):
            raise forms.ValidationError("This is not the password that you have now", "wrong")
        return current

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.person)
        return password
