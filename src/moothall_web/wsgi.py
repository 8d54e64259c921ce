"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall_web.settings")

application = get_wsgi_application()
# Views are imported with the addresses; the first reader should not have to wait for them.
_ = get_resolver().url_patterns
