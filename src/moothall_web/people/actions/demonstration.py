"""Sign-ins by role for a demonstration."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.contrib.auth.hashers import check_password, make_password
from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall_web.installation import Installation, write_secret
from moothall_web.people.councils import Partnership, register
from moothall_web.people.models import Acting, AuditGrant, Person, Role
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import recorded

EACH_AUTHORITY = tuple(role for role in Role if role not in (Role.BOARD_MEMBER, Role.AUDITOR))
"""The roles in which a demonstration shows each council."""

_FOR_ALL = "All councils"
_BOARD = "Schools"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read as another


@dataclass(frozen=True, slots=True)
class _SignIn:
    """Whom a sign-in stands for; `heading` is that of its part of the file."""

    username: str
    name: str
    heading: str
    role: Role
    authorities: list[str]
    programme: str = ""
    organisation: str = field(default="")


def make_demonstration_sign_ins(
    installation: Installation, authorities: Mapping[str, str]
) -> tuple[str, ...]:
    """Give every authority (code → name) its sign-ins by role, and those who act for several.

    One joint director acts for all, one auditor reads what each has granted, each programme has a
    board member.  One password, made for this installation, opens them all; it stands in the
    installation's file.  Does nothing where all is in place.  Returns the names that it made.
    """
    programmes = register().programmes
    wanted = list(_wanted(authorities, programmes))
    password = _password_in(installation)
    held = {person.username: person for person in Person.objects.filter(demonstration=True)}
    active = {person.password for person in held.values() if person.is_active}
    opens = password is not None and all(check_password(password, each) for each in active)
    password = password or _new_password()
    stored = (next(iter(active), "") if opens else "") or make_password(password)
    made = []
    with recorded() as pen:
        if not opens:
            Person.objects.filter(demonstration=True, is_active=True).update(password=stored)
        taken = set(
            Person.objects.filter(username__in=[each.username for each in wanted]).values_list(
                "username", flat=True
            )
        )
        for each in wanted:
            if each.username not in taken:
                held[each.username] = Person.objects.create(
                    username=each.username, name=each.name, password=stored, demonstration=True
                )
                made.append(each.username)
        _let_them_act([each for each in wanted if each.username in held], held)
        _let_them_audit(held, programmes)
        if pen.written:
            pen.record(
                Entry(
                    verb="made demonstration sign-ins",
                    summary=f"Sign-ins of a demonstration: {', '.join(made)}.",
                )
            )
    _write_sign_ins(installation, password, wanted)
    return tuple(made)


def _wanted(
    authorities: Mapping[str, str], programmes: tuple[Partnership, ...]
) -> Iterator[_SignIn]:
    every = [*authorities]
    yield _SignIn(
        "programme-manager", "Joint director, all councils", _FOR_ALL, Role.PROGRAMME_MANAGER, every
    )
    yield _SignIn("auditor", "Auditor, all councils", _FOR_ALL, Role.AUDITOR, every)
    for each in programmes:
        yield _SignIn(
            f"{each.code}-{Role.BOARD_MEMBER}",
            f"Board member, {_BOARD.lower()}",
            each.name,
            Role.BOARD_MEMBER,
            [PROGRAMME],
            each.code,
            _BOARD,
        )
    for code, name in authorities.items():
        for role in EACH_AUTHORITY:
            called = role.label[0].upper() + role.label[1:]
            yield _SignIn(f"{code}-{role.value}", f"{called}, {name}", name, role, [code])


def _let_them_act(wanted: list[_SignIn], held: Mapping[str, Person]) -> None:
    """Whoever once acted does so no more if somebody has ended it: that is left alone."""
    has = set(
        Acting.objects.filter(person__demonstration=True).values_list(
            "person__username", "authority", "role"
        )
    )
    missing = [
        Acting(
            person=held[each.username],
            authority=code,
            role=each.role,
            programme=each.programme,
            organisation=each.organisation,
        )
        for each in wanted
        for code in each.authorities
        if (each.username, code, each.role.value) not in has
    ]
    if missing:
        Acting.objects.bulk_create(missing)


def _let_them_audit(held: Mapping[str, Person], programmes: tuple[Partnership, ...]) -> None:
    """Each council's monitoring officer lets the auditor read all of its own."""
    auditor = held.get("auditor")
    if auditor is None:
        return
    has = set(AuditGrant.objects.filter(auditor=auditor).values_list("authority", "programme"))
    missing = [
        AuditGrant(
            auditor=auditor,
            authority=code,
            programme=each.code,
            granted_by=officer,
            granted_at=timezone.now(),
        )
        for each in programmes
        for code in each.authorities
        if (code, each.code) not in has
        and (officer := held.get(f"{code}-{Role.MONITORING_OFFICER}")) is not None
    ]
    if missing:
        AuditGrant.objects.bulk_create(missing)


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


def _write_sign_ins(installation: Installation, password: str, wanted: list[_SignIn]) -> None:
    """The sign-ins council by council, and last those that are no longer among the wanted."""
    people = {
        person.username: person
        for person in Person.objects.filter(demonstration=True, is_active=True)
    }
    width = max(map(len, people), default=0)
    parts: dict[str, list[str]] = {}
    for each in wanted:
        if each.username in people:
            line = f"  {each.username:<{width}}  {people.pop(each.username).name}"
            parts.setdefault(each.heading, []).append(line)
    for username, person in people.items():
        parts.setdefault("Others", []).append(f"  {username:<{width}}  {person.name}")
    blocks = ["\n".join((heading, *lines)) for heading, lines in parts.items()]
    text = "\n\n".join((f"Password of every demonstration sign-in: {password}", *blocks)) + "\n"
    held = installation.sign_ins_file
    if not held.exists() or held.read_text(encoding="utf-8") != text:
        write_secret(held, text)
