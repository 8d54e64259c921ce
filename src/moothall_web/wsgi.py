"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.urls import get_resolver

from moothall.files.law import read_law
from moothall_web.whole_requests import WholeRequests

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall_web.settings")

application = WholeRequests(get_wsgi_application())


def _load_what_readers_need() -> None:
    """Views come with the addresses; templates and the law are read when they are asked for.

    All of it is loaded before anybody asks, and once for all processes: a page whose templates are
    read for it takes ten times as long.
    """
    _ = get_resolver().url_patterns
    read_law()
    for engine in engines.all():
        if isinstance(engine, Jinja2):
            for name in engine.env.list_templates(["html"]):
                engine.get_template(name)


_load_what_readers_need()
