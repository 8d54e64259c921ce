"""What somebody gives who brings a published page in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from moothall.files.minutes import limits
from moothall_web.calendars.fetching import LONGEST_ADDRESS

FILE, ADDRESS = "file", "address"
WAYS = ((ADDRESS, "The address of a page"), (FILE, "A page saved as a file"))


class PageForm(forms.Form):
    """Whose page it is, and where it comes from."""

    authority = forms.ChoiceField(
        label="Whose page is it?", error_messages={"required": "Choose whose page it is"}
    )
    way = forms.ChoiceField(
        label="Where does it come from?",
        choices=WAYS,
        error_messages={"required": "Choose where the page comes from"},
    )
    address = forms.CharField(
        label="Address",
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text=(
            "It begins with https://: the page of a decision, an agenda item, a meeting’s minutes "
            "or attendance, a forward plan or a notice, of Modern.gov or CMIS"
        ),
    )
    file = forms.FileField(label="Choose the page that you saved", required=False)

    def __init__(self, *args: Any, owners: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["authority"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = list(owners)
        if len(owners) == 1:
            field.initial = owners[0][0]

    def clean_file(self) -> UploadedFile | None:
        """No more than is read; a browser says how large the file is."""
        file: UploadedFile | None = self.cleaned_data.get("file")
        if file is not None and (file.size or 0) > limits.PAGE_BYTES:
            raise forms.ValidationError(
                f"The page is larger than {limits.PAGE_BYTES // 2**20} MB. Save the page of one "
                "item instead"
            )
        return file

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        way = given.get("way")
        if way == FILE and not given.get("file") and "file" not in self.errors:
            self.add_error("file", "Choose the file of the page")
        if way == ADDRESS and not given.get("address") and "address" not in self.errors:
            self.add_error("address", "Enter the address of the page")
        return given
