"""A mail server on this machine, which keeps what it is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from socket import socket
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Post:
    """What arrived, to whom; `answers` are given instead of taking the next messages."""

    host: str = "127.0.0.1"
    port: int = 0
    arrived: list[EmailMessage] = field(default_factory=list)
    sent_to: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    async def handle_RCPT(  # noqa: N802 - as aiosmtpd calls it
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: Any,
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as aiosmtpd calls it
        if self.answers:
            return self.answers.pop(0)
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.arrived.append(message)
        self.sent_to += envelope.rcpt_tos
        return "250 taken"


@contextmanager
def mail_server(settings: Any) -> Iterator[Post]:
    """A server, to which the site hands its messages."""
    post = Post()
    with socket() as free:  # the controller asks its own port whether it is there, so not 0
        free.bind((post.host, 0))
        post.port = free.getsockname()[1]
    controller = Controller(post, hostname=post.host, port=post.port)
    controller.start()
    try:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = post.host, post.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield post
    finally:
        controller.stop()


def parts_of(message: EmailMessage) -> tuple[str, str]:
    """The plain text and the HTML of a message."""
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    return plain.get_content(), html.get_content()
