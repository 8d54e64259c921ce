"""A programme, its proposals and their papers."""

from django.urls import path

from moothall.render.editions import SUFFIXES
from moothall_web.cases import snapshot_views, views

app_name = "cases"
_PROPOSAL = "programmes/<str:code>/proposals/<str:proposal>/"
_PAPER_IN = f"{_PROPOSAL}papers/<str:authority>/<str:format_name>/"
_SNAPSHOT = f"{_PROPOSAL}snapshots/<str:authority>/<int:number>/"
urlpatterns = [
    path("programmes/<str:code>/", views.programme, name="programme"),
    path("programmes/<str:code>/papers/", views.all_papers, name="all_papers"),
    path(_PROPOSAL, views.proposal, name="proposal"),
    path(f"{_PROPOSAL}papers/<str:authority>/", views.paper, name="paper"),
    path(_PAPER_IN, views.paper, name="paper_in"),
    *(
        path(
            f"{place}.{suffix}",
            views.paper_file,
            {"suffix": suffix, **part},
            name=f"{name}_{suffix}",
        )
        for place, part, name in (
            (f"{_PROPOSAL}papers/<str:authority>/paper", {}, "paper"),
            (f"{_PAPER_IN}paper", {}, "paper_in"),
            (f"{_PAPER_IN}annex", {"annex": True}, "annex"),
        )
        for suffix in SUFFIXES
    ),
    path(f"{_PROPOSAL}snapshots/", snapshot_views.snapshots, name="snapshots"),
    path(_SNAPSHOT, snapshot_views.snapshot, name="snapshot"),
    path(f"{_SNAPSHOT}files/<str:name>", snapshot_views.snapshot_file, name="snapshot_file"),
    path(f"{_SNAPSHOT}<str:step>/", snapshot_views.snapshot_step, name="snapshot_step"),
]
