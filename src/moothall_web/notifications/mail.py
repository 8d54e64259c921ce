"""Sending one e-mail: plain text with a simple HTML part, nothing that tells on its reader."""

import smtplib
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from moothall_web.notifications.lines import plain

_FIRST_FOR_GOOD, _LAST_FOR_GOOD = 550, 559  # RFC 5321 4.2.3: no such mailbox and the like


class NotSentError(Exception):
    """It was not sent.

    `said` is what the mail server said.  That may name the address, so it is kept for its owner and
    council IT alone, and the message of the error, which goes into the log, leaves it out.
    """

    def __init__(self, why: str, said: str = "") -> None:
        super().__init__(why)
        self.said = said or why


class RefusedForGoodError(NotSentError):
    """The mail server will not take it, however often it is tried."""


class NotNowError(NotSentError):
    """It could not be sent this time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One message to one address.

    `number` makes the Message-ID and `made_at` its date, both the same at every try: a server that
    has taken it already knows it again.  `stop_at` is where its reader ends such messages, with
    `one_click` by a request alone (RFC 8058).
    """

    to: str
    subject: str
    text: str
    html: str
    number: UUID
    made_at: datetime
    stop_at: str = ""
    one_click: bool = False


def message_id(number: UUID) -> str:
    """The Message-ID of a message."""
    return f"<{number}@{urlsplit(settings.SITE_ADDRESS).hostname or 'localhost'}>"


def send(mail: Mail) -> None:
    """Hand it to the mail server.  Raises RefusedForGoodError and NotNowError."""
    headers = {
        "Message-ID": message_id(mail.number),
        "Date": format_datetime(mail.made_at),
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    if mail.stop_at:
        headers["List-Unsubscribe"] = f"<{mail.stop_at}>"
    if mail.one_click:
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        subject=" ".join(mail.subject.split()),
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.to],
        headers=headers,
        connection=get_connection(),
    )
    message.attach_alternative(mail.html, "text/html")
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        raise _refusal(code, said) from None
    except smtplib.SMTPResponseException as error:
        raise _refusal(error.smtp_code, error.smtp_error) from None
    except (OSError, smtplib.SMTPException) as error:
        raise NotNowError(
            f"the mail server could not be reached ({type(error).__name__})"
        ) from None


def _refusal(code: int, said: bytes | str) -> NotSentError:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    why = f"the mail server answered {code}"
    whole = f"{why} {plain(text)}"[:250]
    # A wrong password, or a server that takes no mail from here, is mended by whoever runs it.
    for_good = _FIRST_FOR_GOOD <= code <= _LAST_FOR_GOOD
    return RefusedForGoodError(why, whole) if for_good else NotNowError(why, whole)
