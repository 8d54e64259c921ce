"""Settings, from the environment: `environment.py` names each, `docs/settings.md` lists them."""

import os
import secrets
from datetime import date
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from moothall_web import environment, logs
from moothall_web.databases import database
from moothall_web.installation import this_installation
from moothall_web.tenants import UnreadableTenantsError, providers_of, read_tenants

if wrong := list(environment.faults(os.environ)):
    raise ImproperlyConfigured("\n".join(wrong))


def _choice(name: str, choices: tuple[str, str], default: str) -> str:
    value = os.environ.get(name) or default
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {value!r}; write {' or '.join(choices)}.")
    return value


INSTALLATION = this_installation()
PRODUCTION = _choice("MOOTHALL_ENV", ("development", "production"), "development") == "production"
DEMONSTRATION = (
    _choice("MOOTHALL_DEMONSTRATION", ("yes", "no"), "no" if PRODUCTION else "yes") == "yes"
)
DEBUG = _choice("MOOTHALL_DEBUG", ("yes", "no"), "no") == "yes"
if PRODUCTION and DEMONSTRATION:
    raise ImproperlyConfigured(
        "Demonstration sign-ins have passwords that stand in a file, so production refuses them. "
        "Take MOOTHALL_DEMONSTRATION out of the environment."
    )
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured(
        "MOOTHALL_DEBUG shows the inside of the program; production refuses it."
    )
if PRODUCTION and INSTALLATION.secret_key() is None:
    raise ImproperlyConfigured(f"{INSTALLATION.secret_key_file} is missing. Run `moothall setup`.")

# Who may sign in: with their council's own sign-in, and by a password of their own where that is
# allowed.  In production a password alone is not enough: a code or a passkey goes with it.
PASSWORDS = _choice("MOOTHALL_PASSWORDS", ("yes", "no"), "no" if PRODUCTION else "yes") == "yes"
SECOND_STEP = PRODUCTION
try:
    TENANTS = (
        read_tenants(Path(os.environ["MOOTHALL_TENANTS"]), production=PRODUCTION)
        if os.environ.get("MOOTHALL_TENANTS")
        else ()
    )
except UnreadableTenantsError as error:
    raise ImproperlyConfigured(str(error)) from None
try:
    RECHECK_MINUTES = int(os.environ.get("MOOTHALL_RECHECK", "10"))
except ValueError:
    raise ImproperlyConfigured("MOOTHALL_RECHECK is a number of minutes, for example 10.") from None

# Before set-up nothing is signed that has to last, so a key for this process alone will do.
SECRET_KEY = INSTALLATION.secret_key() or secrets.token_urlsafe(50)
ALLOWED_HOSTS = [
    *environment.host_names(os.environ.get("MOOTHALL_HOSTS", "")),
    *([] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]),
]

BASE = Path(__file__).parent
OWN_APPS = (
    *("people", "identity", "records", "jobs", "facts", "dates", "cases"),
    *("proofreading", "notices", "routes", "books", "writing", "clearances", "twins"),
    *("questions", "decisions", "desk", "calendars", "money", "publication", "api"),
    *("notifications", "retention", "condition"),
)
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    *(f"moothall_web.{app}" for app in OWN_APPS),
]
MIDDLEWARE = [
    "moothall_web.logs.RequestLog",
    "moothall_web.api.problems.Problems",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "moothall_web.headers.PrivatePages",
    "moothall_web.headers.PlainAddresses",
    "moothall_web.publication.standby.StandingCopy",
    "moothall_web.outages.BodyLimits",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "moothall_web.identity.welcome.StillWelcome",
    "moothall_web.api.bearer.Bearer",
    "moothall_web.people.scope.ScopedRequests",
    "allauth.account.middleware.AccountMiddleware",
    "moothall_web.people.expired.SignInFirst",
    "moothall_web.identity.second_step.SecondStepFirst",
    "moothall_web.people.refusals.Refusals",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "moothall_web.urls"
WSGI_APPLICATION = "moothall_web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {
            "environment": "moothall_web.frame.environment",
            "context_processors": ["moothall_web.frame.for_whom"],
            "trim_blocks": True,
            "lstrip_blocks": True,
            "loader": jinja2.ChoiceLoader(
                [
                    jinja2.FileSystemLoader(
                        [BASE / "templates", *(BASE / app / "templates" for app in OWN_APPS)]
                    ),
                    jinja2.PrefixLoader(
                        {"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")}
                    ),
                ]
            ),
        },
    }
]

DATABASES = {"default": database(os.environ.get("MOOTHALL_DATABASE", ""), INSTALLATION)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["moothall_web.people.sign_in.OwnPassword"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "facts:programmes"
LOGOUT_REDIRECT_URL = "people:sign_in"
SESSION_COOKIE_AGE = 60 * 60 * 12  # a working day: nobody signs in twice, nobody stays for ever
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "moothall_web.people.expired.out_of_date"
# django-allauth does the protocols; who may come in is ours (docs/decisions/0028).
ACCOUNT_ADAPTER = "moothall_web.identity.adapters.Accounts"
SOCIALACCOUNT_ADAPTER = "moothall_web.identity.adapters.FromCouncils"
MFA_ADAPTER = "moothall_web.identity.adapters.SecondSteps"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*"]
# Failed tries are counted by people.attempts, in the database and for all ways in alike.
ACCOUNT_RATE_LIMITS = False
SOCIALACCOUNT_LOGIN_ON_GET = False  # a link elsewhere must not begin a sign-in
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # nobody takes over a sign-in by an address
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = providers_of(TENANTS)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Moothall"
# A browser takes passkeys without TLS on `localhost` only; so do we, and not in production.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
# What all workers have to know of one another, such as codes that are spent.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "identity_cache",
    }
}
# What people need to know from the apps above theirs, and what goes along when they hand over.
COUNCILS = "moothall_web.facts.register.register"
HANDED_OVER = ("moothall_web.desk.actions.hand_over_tasks",)

# What takes long is queued in the database and done by `moothall work`, on any machine.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = INSTALLATION.static
# The papers bring their own style sheet, the same one that a downloaded paper has inside.
PAPER_STYLES = Path(str(files("moothall.render"))) / "templates"
STATICFILES_DIRS = [BASE / "static", ("papers", PAPER_STYLES)]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# A report that is handed in is read in memory; what is larger than this is refused, not kept.
FILE_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024  # bytes
LARGEST_REQUEST = environment.number("MOOTHALL_LARGEST_UPLOAD", 35) * 1_000_000  # bytes
# With less than this a disk is as good as full: a backup and the database's own log want room.
LEAST_DISK = environment.number("MOOTHALL_LEAST_DISK", 500) * 1_000_000  # bytes
WATCH_TOKEN = environment.given("MOOTHALL_WATCH_TOKEN")
# What only says how something went is put away after so many days, by a job.
KEEP_JOBS = environment.number("MOOTHALL_KEEP_JOBS", 7)
KEEP_DELIVERIES = environment.number("MOOTHALL_KEEP_DELIVERIES", 30)

# Messages: to the console, to a mail server, or (in production without one) to nowhere.  Nothing is
# printed in production, because what a message says has no place in a log.
_HOSTS = environment.host_names(os.environ.get("MOOTHALL_HOSTS", ""))
SITE_ADDRESS = str(
    environment.given("MOOTHALL_ADDRESS")
    or (f"https://{_HOSTS[0].lstrip('.')}" if PRODUCTION and _HOSTS else "http://localhost:8000")
)
_MAIL = environment.given("MOOTHALL_MAIL") or (("console",) if not PRODUCTION else ())
if PRODUCTION and _MAIL == ("console",):
    raise ImproperlyConfigured(
        "MOOTHALL_MAIL is console, which prints what councils say to one another into the log; "
        "production refuses it. Name a mail server, or take it out and have none."
    )
MAIL_IS_SENT = bool(_MAIL)
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
if isinstance(_MAIL, tuple) and len(_MAIL) > 1:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    _scheme, EMAIL_HOST, _port, EMAIL_HOST_USER = _MAIL
    EMAIL_PORT = int(_port)
    EMAIL_USE_TLS, EMAIL_USE_SSL = _scheme == "smtp", _scheme == "smtps"
    _PASSWORD = environment.given("MOOTHALL_MAIL_PASSWORD")
    if isinstance(_PASSWORD, Path):
        EMAIL_HOST_PASSWORD = (_PASSWORD.read_text(encoding="utf-8").splitlines() or [""])[0]
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = str(
    environment.given("MOOTHALL_MAIL_FROM")
    or f"moothall@{urlsplit(SITE_ADDRESS).hostname or 'localhost'}"
)
MAIL_DOMAINS = tuple(
    each.lower().lstrip(".")
    for each in environment.host_names(os.environ.get("MOOTHALL_MAIL_DOMAINS", ""))
)
MESSAGES_AT = environment.number("MOOTHALL_MESSAGES_AT", 7)  # hour of the day in London

# What the public site says of whoever runs it; what is missing, its pages say is missing.
_TESTED_ON = environment.given("MOOTHALL_PUBLIC_TESTED_ON")
PUBLIC_SITE = {
    "body": environment.given("MOOTHALL_PUBLIC_BODY"),
    "contact": environment.given("MOOTHALL_PUBLIC_CONTACT"),
    "tested_on": _TESTED_ON and date.fromisoformat(str(_TESTED_ON)),
    "news": MAIL_IS_SENT,  # whether there is news by e-mail
}

# Only tests fetch a calendar from a server on this machine, and without TLS.
CALENDARS_FROM_THIS_MACHINE = False

# All that a page may use comes from this site, and nothing that stands in the page is run.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *sorted({each.origin for each in TENANTS})],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
# The server that ends TLS in front of the program says so; it must strip the header from outside.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None

# What the log says, and what it never does: logs.py.
_LOG = environment.given("MOOTHALL_LOG") or ("json" if PRODUCTION else "words")
LOGGING = logs.settings(str(_LOG))
