"""In production a password alone is not enough: a second step is set up before all else."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from moothall_web.people.models import Person


class SecondStepFirst:
    """Leads to the page about one's sign-in, and lets nothing else be done until then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        person = request.user if settings.SECOND_STEP else None
        if isinstance(person, Person) and not person.tenant and not _is_open(request):
            steps = Authenticator.objects.filter(user=person)
            if not steps.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
                return redirect("mfa_index")
        return self.get_response(request)


def _is_open(request: HttpRequest) -> bool:
    own = (reverse("mfa_index"), reverse("people:sign_out"), reverse("health"))
    return request.path.startswith(own)
