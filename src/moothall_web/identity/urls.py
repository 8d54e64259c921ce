"""Where people come in by their council's own sign-in, and look after their own.

The names are allauth's where it looks for them.
"""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from moothall_web.identity.views import councils, own, steps

urlpatterns = [
    path("sign-in/begin/", own.to_sign_in, name="account_login"),
    path("sign-in/with/<str:provider_id>/", councils.start, name="openid_connect_login"),
    path("sign-in/with/<str:provider_id>/back/", councils.back, name="openid_connect_callback"),
    path(
        "sign-in/second-step/",
        login_not_required(steps.SecondStep.as_view()),
        name="mfa_authenticate",
    ),
    path(
        "sign-in/passkey/",
        login_not_required(steps.PasskeySignIn.as_view()),
        name="mfa_login_webauthn",
    ),
    path("own-sign-in/", own.own, name="mfa_index"),
    path("own-sign-in/password/", own.password, name="account_change_password"),
    path("own-sign-in/sessions/end-others/", own.end_others, name="end_other_sessions"),
    path("own-sign-in/sessions/<int:number>/end/", own.end, name="end_session"),
    path("own-sign-in/again/", steps.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("own-sign-in/again/code/", steps.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path(
        "own-sign-in/again/passkey/",
        steps.PasskeyAgain.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("own-sign-in/codes/add/", steps.AddCodes.as_view(), name="mfa_activate_totp"),
    path("own-sign-in/codes/remove/", steps.RemoveCodes.as_view(), name="mfa_deactivate_totp"),
    path("own-sign-in/passkeys/", own.to_own, name="mfa_list_webauthn"),
    path("own-sign-in/passkeys/add/", steps.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path(
        "own-sign-in/passkeys/<int:pk>/remove/",
        steps.RemovePasskey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path(
        "own-sign-in/recovery-codes/",
        steps.RecoveryCodes.as_view(),
        name="mfa_view_recovery_codes",
    ),
    path(
        "own-sign-in/recovery-codes/new/",
        steps.NewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
