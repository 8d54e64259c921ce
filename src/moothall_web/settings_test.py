"""Settings for the tests: nothing kept, nothing slow, styles under their own names."""

import os

from moothall_web import settings
from moothall_web.databases import postgresql
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
# With MOOTHALL_TEST_DATABASE the tests of the site run on the PostgreSQL server at that address,
# as somebody who is no superuser, from whom nothing would be held back. What a test itself reads
# and writes is unhindered; each request has the scope of its reader, as everywhere.
_SERVER = os.environ.get("MOOTHALL_TEST_DATABASE", "")
DATABASES = {
    "default": postgresql(_SERVER)
    if _SERVER
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},
    }
}
if _SERVER:
    DATABASES["default"]["OPTIONS"]["options"] += " -c moothall.reads=* -c moothall.writes=*"
