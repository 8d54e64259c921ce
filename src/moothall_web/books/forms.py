"""What a reader asks of the books: a day of notice, or a council that goes."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from moothall.basics.figures import read_figure
from moothall.basics.years import FinancialYear
from moothall.finance.partner_years import Going, Way
from moothall.finance.partners import Successor
from moothall_web.books.partners import WAYS
from moothall_web.dates.fields import HOW, DayField

MOST_SUCCESSORS = 4
"""How many councils the form has room for; reorganisation has made up to three of one."""


class NoticeForm(forms.Form):
    """`?given_on=`: the day from which notice would run."""

    given_on = DayField(
        label="If notice were given on",
        required=False,
        help_text=f"Empty for the page's day; {HOW}",
    )


class AmountField(forms.CharField):
    """A positive amount as people write it: `80,000`, `£0.6m`; empty where it is not known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=30, **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        """Raises ValidationError with an example."""
        text = super().clean(value)
        if not text:
            return None
        try:
            figure = read_figure(text)
        except ValueError:
            raise forms.ValidationError(
                f"{text} is no number: write it as 80,000 or leave it empty"
            ) from None
        if figure.value < 0:
            raise forms.ValidationError(f"{text} is negative: write it as 80,000")
        return figure.value


class PartnersForm(forms.Form):
    """`?authority=&way=&since=`: who goes, how, from when on, and the councils that follow."""

    authority = forms.ChoiceField(
        label="Which council?", error_messages={"required": "Choose a council"}
    )
    way = forms.ChoiceField(
        label="What happens?",
        choices=[(way.value, words) for way, words in WAYS.items()],
        error_messages={"required": "Choose what happens"},
    )
    since = forms.ChoiceField(
        label="From which financial year on?", error_messages={"required": "Choose a year"}
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        councils: Sequence[tuple[str, str]],
        years: Sequence[FinancialYear],
        taken: Mapping[str, str],
    ) -> None:
        """`taken` are the names that a successor may not have, in small letters."""
        super().__init__(data)
        self._taken = taken
        for name, choices in (
            ("authority", list(councils)),
            ("since", [(str(year.start), str(year)) for year in years]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = choices
        for place in range(1, MOST_SUCCESSORS + 1):
            self.fields[f"name_{place}"] = forms.CharField(
                label="Name", required=False, max_length=60
            )
            self.fields[f"alone_{place}"] = AmountField(label="Would pay alone, £ a year")
            self.fields[f"weight_{place}"] = AmountField(label="Weight under the split")

    @property
    def rows(self) -> Iterator[tuple[int, list[forms.BoundField]]]:
        """The rows of the successors."""
        for place in range(1, MOST_SUCCESSORS + 1):
            yield place, [self[f"{what}_{place}"] for what in ("name", "alone", "weight")]

    @property
    def going(self) -> Going:
        """What a valid form asks."""
        given = self.cleaned_data
        way = Way(given["way"])
        return Going(
            authority=given["authority"],
            way=way,
            since=FinancialYear(int(given["since"])),
            successors=self._successors() if way is Way.REPLACED else (),
        )

    def clean(self) -> dict[str, Any]:
        """Successors have names, each its own; where none follows, none need be there."""
        given = super().clean() or self.cleaned_data
        if given.get("way") != Way.REPLACED:
            return given
        seen: set[str] = set()
        for place in range(1, MOST_SUCCESSORS + 1):
            name = given.get(f"name_{place}") or ""
            numbers = (given.get(f"alone_{place}"), given.get(f"weight_{place}"))
            if not name and any(number is not None for number in numbers):
                self.add_error(f"name_{place}", "Write the name of the council with these figures")
            elif "+" in name:
                self.add_error(f"name_{place}", "Write the name without a plus sign")
            elif name.casefold() in self._taken:
                taken = self._taken[name.casefold()]
                self.add_error(f"name_{place}", f"{taken} is a party already: write the new name")
            elif name.casefold() in seen:
                self.add_error(f"name_{place}", f"{name} is written twice")
            seen |= {name.casefold()} if name else set()
        if not seen and "name_1" not in self.errors:
            self.add_error("name_1", "Write the name of at least one council that follows")
        return given

    def _successors(self) -> tuple[Successor, ...]:
        given = self.cleaned_data
        return tuple(
            Successor(given[f"name_{n}"], given[f"alone_{n}"], given[f"weight_{n}"])
            for n in range(1, MOST_SUCCESSORS + 1)
            if given[f"name_{n}"]
        )
