"""A programme, its proposals and their papers."""

from django.urls import path

from moothall_web.cases import snapshot_views, views

app_name = "cases"
_PROPOSAL = "programmes/<str:code>/proposals/<str:proposal>/"
_SNAPSHOT = f"{_PROPOSAL}snapshots/<str:authority>/<int:number>/"
urlpatterns = [
    path("programmes/<str:code>/", views.programme, name="programme"),
    path(_PROPOSAL, views.proposal, name="proposal"),
    path(f"{_PROPOSAL}papers/<str:authority>/", views.paper, name="paper"),
    path(f"{_PROPOSAL}papers/<str:authority>/paper.html", views.paper_as_html, name="paper_html"),
    path(f"{_PROPOSAL}papers/<str:authority>/paper.docx", views.paper_as_docx, name="paper_docx"),
    path(f"{_PROPOSAL}snapshots/", snapshot_views.snapshots, name="snapshots"),
    path(_SNAPSHOT, snapshot_views.snapshot, name="snapshot"),
    path(f"{_SNAPSHOT}files/<str:name>", snapshot_views.snapshot_file, name="snapshot_file"),
    path(f"{_SNAPSHOT}<str:step>/", snapshot_views.snapshot_step, name="snapshot_step"),
]
