"""What a reader hands in: one report or several, and how the findings are wanted."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

ENDINGS = (".docx", ".pdf", ".html", ".htm", ".md", ".txt")
MOST_FILES = 10
LARGEST = 25 * 1024 * 1024  # bytes of all files together


class SeveralFilesInput(forms.ClearableFileInput):
    """A file field that takes several; a browser also takes what is dropped on it."""

    allow_multiple_selected = True


class ReportsField(forms.FileField):
    """One or several reports, checked by name and size before any is opened."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = (data or [None]) if isinstance(data, list) else [data]
        one = super().clean
        files: list[UploadedFile] = [one(each, initial) for each in given]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"Choose at most {MOST_FILES} reports at a time")
        if sum(file.size or 0 for file in files) > LARGEST:
            raise forms.ValidationError(
                f"The reports are larger than {LARGEST // 1024 // 1024} MB together; choose fewer"
            )
        for file in files:
            if not (file.name or "").lower().endswith(ENDINGS):
                raise forms.ValidationError(
                    f"{file.name} is none of {', '.join(ENDINGS)}; save it as one of them"
                )
        return files


class ReportsForm(forms.Form):
    """The reports, and whether less certain findings are wanted too."""

    reports = ReportsField(
        label="Choose or drop your reports here",
        error_messages={
            "required": "Choose a report",
            "empty": "The report is empty; choose one with text in it",
        },
    )
    everything = forms.BooleanField(label="Also show what we are less sure of", required=False)
