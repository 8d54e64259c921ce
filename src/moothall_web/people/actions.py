"""What is written about people."""

import secrets
from collections.abc import Mapping

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from moothall_web.installation import Installation, write_secret
from moothall_web.people.models import Acting, Person, Role
from moothall_web.records.actions import record

EACH_AUTHORITY = (Role.PROGRAMME_MANAGER, Role.FINANCE_OFFICER, Role.MEMBER)
"""The roles in which a demonstration shows each council."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read as another


def make_demonstration_sign_ins(
    installation: Installation, authorities: Mapping[str, str]
) -> tuple[str, ...]:
    """Give every authority (code → name) its sign-ins by role, and one person who acts for all.

    One password, made for this installation, opens them all; it stands in the installation's file.
    Does nothing where all is in place.  Returns the names of the sign-ins that it made.
    """
    wanted = {
        Role.PROGRAMME_MANAGER.value: ("all councils", Role.PROGRAMME_MANAGER, [*authorities])
    }
    for code, name in authorities.items():
        for role in EACH_AUTHORITY:
            wanted[f"{code}-{role.value}"] = (name, role, [code])

    password = _password_in(installation)
    held = {person.username: person for person in Person.objects.filter(demonstration=True)}
    opens = password is not None and all(
        check_password(password, stored) for stored in {person.password for person in held.values()}
    )
    password = password or _new_password()
    stored = next((person.password for person in held.values() if opens), "")
    stored = stored or make_password(password)
    made = []
    with transaction.atomic():
        if not opens:
            Person.objects.filter(demonstration=True).update(password=stored)
        for username, (whom, role, codes) in wanted.items():
            person, is_new = Person.objects.get_or_create(
                username=username,
                defaults={
                    "name": f"{role.label.capitalize()}, {whom}",
                    "password": stored,
                    "demonstration": True,
                },
            )
            if not person.demonstration:
                continue  # somebody's own name comes first
            for code in codes:
                Acting.objects.get_or_create(person=person, authority=code, role=role)
            if is_new:
                made.append(username)
        if made:
            record(
                verb="made demonstration sign-ins",
                summary=f"Sign-ins of a demonstration: {', '.join(made)}.",
            )
    _write_sign_ins(installation, password)
    return tuple(made)


def _new_password() -> str:
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def _password_in(installation: Installation) -> str | None:
    if not installation.sign_ins_file.exists():
        return None
    for line in installation.sign_ins_file.read_text(encoding="utf-8").splitlines():
        if line.startswith("Password"):
            return line.split()[-1]
    return None


def _write_sign_ins(installation: Installation, password: str) -> None:
    people = Person.objects.filter(demonstration=True)
    width = max((len(person.username) for person in people), default=0)
    lines = [f"{person.username:<{width}}  {person.name}" for person in people]
    text = f"Password of every demonstration sign-in: {password}\n\n" + "\n".join(lines) + "\n"
    held = installation.sign_ins_file
    if not held.exists() or held.read_text(encoding="utf-8") != text:
        write_secret(held, text)
