"""What I am told, how soon and where; and the messages of the last weeks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moothall_web.notifications import actions, queries
from moothall_web.notifications.forms import AddressForm, ChoicesForm
from moothall_web.notifications.tokens import LONGEST
from moothall_web.people.sign_in import reader

EITHER = require_http_methods(["GET", "HEAD", "POST"])
UNPROCESSABLE = 422


@EITHER
def told(request: HttpRequest) -> HttpResponse:
    """How I am told of what, and what I was told; a choice of how soon."""
    person = reader(request)
    page = queries.told_page(person)
    data = request.POST if request.method == "POST" else None
    form = ChoicesForm(data, chosen=page.chosen)
    if data is not None and form.is_valid():
        actions.choose(person, form.said)
        return redirect("notifications:told")
    return _page(request, page, form, AddressForm())


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for messages at an address."""
    person = reader(request)
    form = AddressForm(request.POST)
    if form.is_valid():
        try:
            actions.ask_address(person, form.cleaned_data["address"])
        except actions.NotThisAddressError as error:
            form.add_error("address", str(error))
        else:
            return redirect("notifications:told")
    page = queries.told_page(person)
    return _page(request, page, ChoicesForm(chosen=page.chosen), form)


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Have nothing sent by e-mail any more."""
    actions.forget_address(reader(request))
    return redirect("notifications:told")


@EITHER
def address(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm an address: a button, because mail programs follow links by themselves."""
    person = reader(request)
    if len(token) > LONGEST or actions.waiting_address(person, token) is None:
        return render(request, "notifications/address.html", {"waits": False}, status=410)
    if request.method == "POST" and actions.confirm_address(person, token):
        return redirect("notifications:told")
    return render(request, "notifications/address.html", {"waits": True})


@require_safe
def message(request: HttpRequest, number: int) -> HttpResponse:
    """A message as it was sent."""
    found = queries.message_of(reader(request), number)
    if found is None:
        raise Http404
    blocks = queries.blocks_of(found.text)
    return render(request, "notifications/message.html", {"message": found, "blocks": blocks})


def _page(
    request: HttpRequest, page: queries.ToldPage, form: ChoicesForm, at: AddressForm
) -> HttpResponse:
    return render(
        request,
        "notifications/told.html",
        {"page": page, "form": form, "address_form": at},
        status=UNPROCESSABLE if form.errors or at.errors else 200,
    )
