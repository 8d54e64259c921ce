"""What somebody gives who brings a table in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from moothall.files.workbooks import limits


class TableForm(forms.Form):
    """Whose table it is, what it is about, of what kind, and the file."""

    authority = forms.ChoiceField(
        label="Whose table is it?", error_messages={"required": "Choose whose table it is"}
    )
    kind = forms.ChoiceField(
        label="What is in it?", error_messages={"required": "Choose what is in the table"}
    )
    proposal = forms.ChoiceField(
        label="Which proposal is it about?",
        error_messages={"required": "Choose the proposal that it is about"},
    )
    file = forms.FileField(
        label="Table", error_messages={"required": "Choose the file of the table"}
    )

    def __init__(
        self,
        *args: Any,
        owners: Sequence[tuple[str, str]],
        kinds: Sequence[tuple[str, str]],
        proposals: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("authority", owners), ("kind", kinds), ("proposal", proposals)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = list(choices)
            if len(choices) == 1:
                field.initial = choices[0][0]

    def clean_file(self) -> UploadedFile | None:
        """No more than is read; a browser says how large the file is."""
        file: UploadedFile | None = self.cleaned_data.get("file")
        if file is not None and (file.size or 0) > limits.FILE_BYTES:
            raise forms.ValidationError(
                f"The table is larger than {limits.FILE_BYTES // 2**20} MB. Keep the one table in "
                "it that is wanted, or sum it by service"
            )
        return file
