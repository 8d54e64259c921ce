"""The settings of an installation whose workers know the counted jobs too."""

from moothall_web import settings
from moothall_web.settings import *  # noqa: F403 - the real settings but for this

INSTALLED_APPS = [*settings.INSTALLED_APPS, "counted_jobs"]
