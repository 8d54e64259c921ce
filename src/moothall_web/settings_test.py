"""Settings for the tests: nothing kept, nothing slow, styles under their own names."""

from moothall_web import settings
from moothall_web.settings import *  # noqa: F403 - the tests run the real settings but for these

SECRET_KEY = "for the tests only"  # noqa: S105
DEMONSTRATION = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Names that change with the content are not served by the tests' live server: it would show pages
# without styles, and the accessibility checks would judge those.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# It would serve what was collected for this installation, if anything was; the tests' live server
# serves the files themselves.
MIDDLEWARE = [each for each in settings.MIDDLEWARE if not each.startswith("whitenoise.")]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},
    }
}
