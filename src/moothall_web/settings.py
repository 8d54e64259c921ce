"""Settings, from the environment.

MOOTHALL_ENV            `development` (the default) or `production`
MOOTHALL_VAR            the folder of this installation; `var` in the current folder by default
MOOTHALL_DATABASE       `postgresql://user@host/name`; SQLite in the installation's folder if empty
MOOTHALL_HOSTS          names that the site answers to in production, with commas between
MOOTHALL_DEMONSTRATION  `yes` or `no`: demonstration sign-ins; production refuses `yes`
MOOTHALL_DEBUG          `yes` shows Django's error pages; development only
"""

import os
import secrets
from importlib.resources import files
from pathlib import Path

import jinja2
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from moothall_web.databases import database
from moothall_web.installation import this_installation


def _choice(name: str, choices: tuple[str, str], default: str) -> str:
    value = os.environ.get(name, default)
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

# Before set-up nothing is signed that has to last, so a key for this process alone will do.
SECRET_KEY = INSTALLATION.secret_key() or secrets.token_urlsafe(50)
ALLOWED_HOSTS = [
    *(host for host in os.environ.get("MOOTHALL_HOSTS", "").split(",") if host),
    *([] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]),
]

BASE = Path(__file__).parent
OWN_APPS = (
    *("people", "records", "facts", "dates", "cases"),
    *("proofreading", "notices", "routes", "books", "desk", "calendars", "money"),
)
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    *(f"moothall_web.{app}" for app in OWN_APPS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "moothall_web.headers.PrivatePages",
    "moothall_web.headers.PlainAddresses",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "moothall_web.people.scope.ScopedRequests",
    "moothall_web.people.expired.SignInFirst",
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
# What people need to know from the apps above theirs, and what goes along when they hand over.
COUNCILS = "moothall_web.facts.register.register"
HANDED_OVER = ("moothall_web.desk.actions.hand_over_tasks",)

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
        "form-action": [SELF],
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

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A page that is not there is the reader's news, not the log's.
    "loggers": {"django.request": {"level": "ERROR"}},
}
