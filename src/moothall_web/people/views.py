"""Signing in and out."""

from django.conf import settings
from django.contrib.auth.views import LoginView
from django.http import HttpResponse

from moothall_web.people.sign_in import SignInForm


class SignIn(LoginView):
    """The one page that a stranger may see."""

    template_name = "people/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
    extra_context = {"demonstration": settings.DEMONSTRATION}

    def form_invalid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        return self.render_to_response(self.get_context_data(form=form), status=422)
