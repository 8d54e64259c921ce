"""The site with programmes loaded, and people who sign in by role."""

import pytest
from cast import PASSWORD, SAMPLES, PersonFor, SignedIn
from django.contrib.auth.hashers import make_password
from django.test import Client

from moothall_web.facts.actions import load_folder
from moothall_web.people.models import Acting, Person, Role


@pytest.fixture
def person_for(db: None) -> PersonFor:
    """Make somebody who acts for these authorities."""

    def make(*authorities: str, role: Role = Role.FINANCE_OFFICER) -> Person:
        name = "-".join((*authorities, role.value))
        person = Person.objects.create(username=name, name=name, password=make_password(PASSWORD))
        for code in authorities:
            Acting.objects.create(person=person, authority=code, role=role)
        return person

    return make


@pytest.fixture
def signed_in(person_for: PersonFor) -> SignedIn:
    """A browser in which somebody who acts for these authorities has signed in."""

    def make(*authorities: str) -> Client:
        client = Client()
        client.force_login(person_for(*authorities))
        return client

    return make


@pytest.fixture
def samples(db: None) -> None:
    """Both sample programmes, loaded."""
    assert SAMPLES, "the sample programmes are missing from examples/"
    for folder in SAMPLES:
        load_folder(folder)
