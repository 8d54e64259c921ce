"""The public site, and where a council says from when it shows."""

from django.urls import path

from moothall_web.publication import views

app_name = "publication"
_PROPOSAL = "public/<str:code>/<str:proposal_id>/"
_EDITION = f"{_PROPOSAL}<str:authority>/<int:number>/"


def _page(address: str, page: str, name: str = "") -> object:
    return path(address, views.public(page), name=name or page)


urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("public/sitemap.xml", views.sitemap, name="sitemap"),
    _page("public/", "home"),
    _page("public/accessibility/", "accessibility"),
    _page("public/privacy/", "privacy"),
    _page("public/<str:code>/", "programme"),
    _page("public/<str:code>/words/", "words"),
    _page("public/<str:code>/news.atom", "news", "programme_news"),
    _page("public/<str:code>/decisions.ics", "days", "programme_days"),
    _page(_PROPOSAL, "proposal"),
    _page(f"{_PROPOSAL}questions/", "questions"),
    _page(f"{_PROPOSAL}changes/", "changes"),
    _page(f"{_PROPOSAL}news.atom", "news"),
    _page(f"{_PROPOSAL}decisions.ics", "days"),
    _page(_EDITION, "edition"),
    _page(f"{_EDITION}<str:name>", "file"),
    path(
        "programmes/<str:code>/proposals/<str:proposal>/public/<str:authority>/<int:number>/",
        views.release,
        name="release",
    ),
]
