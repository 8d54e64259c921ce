"""`moothall manage admit`: the first person who says who acts for a council."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from moothall_web.people.actions import ImpossibleError, Newcomer, Terms, admit_from_outside
from moothall_web.people.councils import listed, register
from moothall_web.people.models import Role
from moothall_web.people.opening import address_for
from moothall_web.people.permissions import ADMITS


class Command(BaseCommand):
    """Admits somebody new and prints the link by which they choose a password."""

    help = "Let somebody new say who acts for a council, and print the link to their password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("authority", help="the council's code, for example stockport")
        parser.add_argument("role", choices=sorted(ADMITS))
        parser.add_argument("username", help="the sign-in name, for example dana.ashby")
        parser.add_argument("name", help="the name as the other councils should read it")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - as Django calls it
        authority, held_now = options["authority"], register()
        if authority not in held_now.names:
            known = listed(sorted(held_now.names), "or") or "none; load a programme first"
            raise CommandError(f"There is no council {authority}. Those held are {known}.")
        who = Newcomer(options["username"], options["name"])
        try:
            made = admit_from_outside(authority, who, Terms(role=Role(options["role"])))
        except ImpossibleError as error:
            raise CommandError(f"{error.words}.") from None
        self.stdout.write(f"{made.person.name} chooses a password at {address_for(made.person)}")
        self.stdout.write("on this site, once, within three days. Hand it to nobody else.")
