"""The pages of tokens and webhooks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from moothall_web.api import actions, queries
from moothall_web.api.forms import TokenForm, WebhookForm
from moothall_web.people.permissions import RefusedError
from moothall_web.people.sign_in import reader

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """The reader's tokens, and making one: it is shown once, in the answer."""
    person = reader(request)
    page = queries.tokens_page(person)
    sent = request.POST if request.method == "POST" else None
    form = TokenForm(sent, councils=page.councils, kinds=page.kinds)
    token, status = "", 200
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        token = actions.make_token(
            person, given["council"], given["name"], given["kinds"], given["until"]
        )
        page = queries.tokens_page(person)
        form = TokenForm(None, councils=page.councils, kinds=page.kinds)
    elif form.errors:
        status = UNPROCESSABLE
    return render(
        request, "api/tokens.html", {"page": page, "form": form, "token": token}, status=status
    )


@require_POST
def withdraw(request: HttpRequest, token: int) -> HttpResponse:
    """Withdraw a token."""
    found = queries.token_seen(reader(request), token)
    if found is None:
        raise Http404
    actions.withdraw_token(reader(request), found.pk)
    return redirect("api:tokens")


@require_http_methods(["GET", "HEAD", "POST"])
def webhooks(request: HttpRequest) -> HttpResponse:
    """Who is told of what, what they were told, and having another address told."""
    person = reader(request)
    page = queries.webhooks_page(person)
    if page.refusal is not None:
        raise RefusedError(page.refusal)
    sent = request.POST if request.method == "POST" else None
    form = WebhookForm(sent, councils=page.councils)
    secret, status = "", 200
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        secret = actions.make_webhook(person, given["council"], given["address"], given["kinds"])
        page = queries.webhooks_page(person)
        form = WebhookForm(None, councils=page.councils)
    elif form.errors:
        status = UNPROCESSABLE
    return render(
        request, "api/webhooks.html", {"page": page, "form": form, "secret": secret}, status=status
    )


@require_POST
def close(request: HttpRequest, webhook: int) -> HttpResponse:
    """Have an address told of nothing more."""
    found = queries.webhook_seen(reader(request), webhook)
    if found is None:
        raise Http404
    actions.close_webhook(reader(request), found.pk)
    return redirect("api:webhooks")
