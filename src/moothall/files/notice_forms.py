"""The forms of notices, read from the program's own files."""

from functools import cache

from moothall.documents.notice_form import NOTICE_CONTENTS, NoticeForm
from moothall.files.problems import UnreadableError, did_you_mean
from moothall.files.registers import register_folder
from moothall.files.shapes import shape
from moothall.files.texts import read_text

FORMS = "documents/notice_forms"


@cache
def read_notice_forms() -> tuple[NoticeForm, ...]:
    """Every form, in the order of their files' names.  Raises UnreadableError."""
    forms = []
    for path in sorted(register_folder(FORMS).glob("*.yaml")):
        text = read_text(path, f"moothall/{FORMS}/{path.name}")
        form = shape(text, text.content, NoticeForm)
        for place, field in enumerate(form.fields if form else ()):
            if field.content and field.content not in NOTICE_CONTENTS:
                text.complain(
                    text.line(("fields", place, "content")),
                    f"{field.content!r} is nothing that a notice can hold",
                    did_you_mean(field.content, NOTICE_CONTENTS),
                )
        if text.problems or form is None:
            raise UnreadableError(text.problems)
        forms.append(form)
    return tuple(forms)
