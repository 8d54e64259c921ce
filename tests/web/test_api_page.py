"""The examples of docs/api.md are carried out in their order, and answered as they say."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from cast import ROOT, PersonFor
from django.test import Client
from django.utils import timezone

from moothall_web.api.actions import make_token
from moothall_web.people.models import Role

EXAMPLES = re.findall(
    r"```http\n(GET|POST|PUT) (\S+)\n(\{.*\}\n)?(\d{3})\n(\{.*\})\n```",
    (ROOT / "docs" / "api.md").read_text(encoding="utf-8"),
)


def holds(answer: Any, said: Any) -> bool:
    """Whether the answer says all that the example says."""
    if isinstance(said, dict):
        return all(name in answer and holds(answer[name], inner) for name, inner in said.items())
    if isinstance(said, list):
        return all(any(holds(each, inner) for each in answer) for inner in said)
    return bool(answer == said)


@pytest.mark.django_db
@pytest.mark.usefixtures("three_towns_loaded")
def test_the_examples_are_answered_as_they_say(person_for: PersonFor):
    manager = person_for("ashby", role=Role.PROGRAMME_MANAGER)
    until = timezone.localdate() + timedelta(days=9)
    token = make_token(manager, "ashby", "the page", ["risks", "snapshots"], until)
    client = Client(headers={"authorization": f"Bearer {token}"})
    assert len(EXAMPLES) >= 6
    for method, address, body, status, said in EXAMPLES:
        ask = getattr(client, method.lower())
        answer = ask(address, body, content_type="application/json") if body else ask(address)
        assert answer.status_code == int(status), (address, answer.content)
        assert holds(answer.json(), json.loads(said)), (address, answer.json())
