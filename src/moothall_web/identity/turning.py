"""The page for somebody who is not let in, and what is recorded of it."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from moothall_web.identity.arriving import Turned
from moothall_web.people import attempts
from moothall_web.people.actions import single_sign_on_failed
from moothall_web.tenants import Tenant


def turn_away(request: HttpRequest, turned: Turned, tenant: Tenant | None = None) -> HttpResponse:
    """Say why, and record it; from one address only so often in some minutes."""
    if tenant is not None and turned.recorded:
        address = attempts.address_of(request)
        if attempts.wait(tenant.id, address) is None:
            attempts.failed(tenant.id, address)
            single_sign_on_failed(tenant.council, turned.recorded, address)
    return render(
        request, "identity/turned_away.html", {"turned": turned}, status=HTTPStatus(turned.status)
    )
