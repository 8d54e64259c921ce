"""What is entered about people.  A day is written as on the other pages: 15 February 2022."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator
from django.utils import timezone

from moothall_web.people.councils import Register
from moothall_web.people.models import Person, Role

_FORMATS = ["%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%Y-%m-%d"]
_EARLIEST, _LATEST = date(1990, 1, 1), date(2099, 12, 31)
_SIGN_IN_NAME = RegexValidator(
    r"^[a-z0-9][a-z0-9._-]*$",
    "Use small letters a to z, digits, full stops and hyphens, for example dana.ashby",
)


def day(label: str, *, required: bool, hint: str = "") -> forms.DateField:
    """A day as people write it."""
    return forms.DateField(
        label=label,
        required=required,
        input_formats=_FORMATS,
        help_text=" ".join(filter(None, (hint, "For example 15 February 2026"))),
        error_messages={
            "required": f"Enter a day: {label[0].lower()}{label[1:]}",
            "invalid": "Enter a day that exists, for example 15 February 2026 or 2026-02-15",
        },
    )


def why() -> forms.CharField:
    """The reason, kept in the record."""
    return forms.CharField(
        label="Why (optional)",
        required=False,
        max_length=1000,
        help_text="Kept in the record of events",
        widget=forms.Textarea,
    )


class PeopleForm(forms.Form):
    """Days of our time, and how things stood on the page that the form was on."""

    seen = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        # What is wrong with the form as a whole leads to its first field, which has to be seen.
        self.order_fields([name for name in self.fields if name != "seen"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name, value in list(given.items()):
            if isinstance(value, date) and not _EARLIEST <= value <= _LATEST:
                self.add_error(name, f"Enter a day between {_EARLIEST.year} and {_LATEST.year}")
        return given


class WhoForm(PeopleForm):
    """Somebody new or somebody who signs in already, and for how long."""

    is_new = forms.ChoiceField(
        label="Who is it?",
        choices=[("no", "Somebody who signs in already"), ("yes", "Somebody new")],
        error_messages={"required": "Choose whether they sign in already"},
    )
    username = forms.CharField(
        label="Sign-in name",
        max_length=150,
        help_text="For somebody new small letters, digits, full stops and hyphens, for example "
        "dana.ashby",
        error_messages={"required": "Enter the sign-in name"},
    )
    name = forms.CharField(
        label="Name, if they are new",
        required=False,
        max_length=200,
        help_text="As the other councils should read it",
    )
    since = day("Acts from (optional)", required=False, hint="Empty for today.")
    until = day("No longer acts from (optional)", required=False, hint="Empty for no end.")
    why = why()

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("is_new") == "yes":
            if not given.get("name") and "name" not in self.errors:
                self.add_error("name", "Enter their name")
            _check_name(self, given)
        if "since" not in self.errors:
            given["since"] = given.get("since") or timezone.localdate()
        return given


class AdmitForm(WhoForm):
    """Who acts for a council in which role."""

    role = forms.ChoiceField(label="Role", choices=[], error_messages={"required": "Choose a role"})
    organisation = forms.CharField(
        label="Sits on (optional)",
        required=False,
        max_length=200,
        help_text="For an elected or co-opted member: for example cabinet, or scrutiny as a "
        "co-opted parent governor",
    )
    programme = forms.ChoiceField(label="For which programme?", required=False, choices=[])
    field_order = ["is_new", "username", "name", "role", "organisation", "programme"]

    def __init__(self, held_now: Register, authority: str, data: Any = None) -> None:
        super().__init__(data)
        others = [each for each in Role if each != Role.BOARD_MEMBER]
        _offer(
            self,
            "role",
            [("", "Choose a role"), *((each.value, _capital(each.label)) for each in others)],
        )
        every = ("", f"All of {held_now.name(authority)}'s programmes")
        _offer(self, "programme", [every, *_programmes(held_now, authority)])


class BoardForm(WhoForm):
    """A board member of no council: a school, a union, another public body."""

    organisation = forms.CharField(
        label="Organisation",
        max_length=200,
        help_text="The school, union or public body that they stand for",
        error_messages={"required": "Enter the organisation that they stand for"},
    )
    field_order = ["is_new", "username", "name", "organisation"]


class EndForm(PeopleForm):
    """The first day on which somebody no longer acts."""

    until = day("No longer acts from", required=True, hint="Today ends it at once.")
    why = why()


class CoverForm(PeopleForm):
    """Who stands in, and from when to when."""

    stand_in = forms.CharField(
        label="Sign-in name of who stands in",
        max_length=150,
        error_messages={"required": "Enter the sign-in name of who stands in"},
    )
    since = day("Covers from", required=True)
    until = day("Is back on", required=True, hint="The first day without cover.")
    why = why()


class HandOverForm(PeopleForm):
    """To whom the work goes, and from when."""

    takes = forms.CharField(
        label="Sign-in name of who takes over",
        max_length=150,
        error_messages={"required": "Enter the sign-in name of who takes over"},
    )
    on = day(
        "From",
        required=True,
        hint="The roles change hands on this day, open tasks at once.",
    )
    why = why()


class WhyForm(PeopleForm):
    """A yes to what the page asks, and the reason."""

    why = why()


class EraseForm(PeopleForm):
    """Why something is erased for good; here the reason is no courtesy."""

    why = forms.CharField(
        label="Why?",
        max_length=1000,
        help_text="Kept in the record of events: do not repeat here what is to be erased",
        widget=forms.Textarea,
        error_messages={"required": "Say why it is erased"},
    )


class GrantForm(PeopleForm):
    """Which auditor reads what, in which programme."""

    auditor = forms.ChoiceField(
        label="Auditor", choices=[], error_messages={"required": "Choose an auditor"}
    )
    programme = forms.ChoiceField(
        label="Programme", choices=[], error_messages={"required": "Choose a programme"}
    )
    all_kinds = forms.ChoiceField(
        label="What may they read?",
        choices=[("yes", "Every kind of fact"), ("no", "Only the kinds that I tick below")],
        error_messages={"required": "Choose what they may read"},
    )
    kinds = forms.MultipleChoiceField(label="Kinds of fact", required=False, choices=[])
    why = why()

    def __init__(
        self,
        held_now: Register,
        authority: str,
        auditors: Iterable[tuple[str, str]],
        data: Any = None,
    ) -> None:
        super().__init__(data)
        _offer(self, "auditor", [("", "Choose an auditor"), *auditors])
        _offer(self, "programme", [("", "Choose a programme"), *_programmes(held_now, authority)])
        _offer(self, "kinds", [(kind, _capital(words)) for kind, words in held_now.kinds.items()])

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("all_kinds") == "no" and not given.get("kinds") and "kinds" not in self.errors:
            self.add_error("kinds", "Tick the kinds that they may read")
        if given.get("all_kinds") == "yes":
            given["kinds"] = []
        return given


class PasswordForm(forms.Form):
    """The password that somebody chooses by their link."""

    password = forms.CharField(
        label="Choose a password",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput,
        help_text="At least 12 characters. Three words that do not go together are good",
        error_messages={"required": "Choose a password"},
    )

    def __init__(self, person: Person, data: Any = None) -> None:
        super().__init__(data)
        self.person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.person)
        return password


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - as it is declared above
    field.choices = choices


def _programmes(held_now: Register, authority: str) -> list[tuple[str, str]]:
    return [(each.code, each.name) for each in held_now.programmes_of(authority)]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _check_name(form: forms.Form, given: dict[str, Any]) -> None:
    try:
        if given.get("username"):
            _SIGN_IN_NAME(given["username"])
    except forms.ValidationError as error:
        form.add_error("username", error)
