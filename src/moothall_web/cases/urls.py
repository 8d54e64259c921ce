"""A programme, its proposals and their papers."""

from django.urls import path

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
    path(f"{_PROPOSAL}papers/<str:authority>/paper.html", views.paper_as_html, name="paper_html"),
    path(f"{_PROPOSAL}papers/<str:authority>/paper.docx", views.paper_as_docx, name="paper_docx"),
    path(f"{_PROPOSAL}papers/<str:authority>/paper.pdf", views.paper_as_pdf, name="paper_pdf"),
    path(_PAPER_IN, views.paper, name="paper_in"),
    path(f"{_PAPER_IN}paper.html", views.paper_as_html, name="paper_in_html"),
    path(f"{_PAPER_IN}paper.docx", views.paper_as_docx, name="paper_in_docx"),
    path(f"{_PAPER_IN}paper.pdf", views.paper_as_pdf, name="paper_in_pdf"),
    path(f"{_PAPER_IN}annex.html", views.annex_as_html, name="annex_html"),
    path(f"{_PAPER_IN}annex.docx", views.annex_as_docx, name="annex_docx"),
    path(f"{_PAPER_IN}annex.pdf", views.annex_as_pdf, name="annex_pdf"),
    path(f"{_PROPOSAL}snapshots/", snapshot_views.snapshots, name="snapshots"),
    path(_SNAPSHOT, snapshot_views.snapshot, name="snapshot"),
    path(f"{_SNAPSHOT}files/<str:name>", snapshot_views.snapshot_file, name="snapshot_file"),
    path(f"{_SNAPSHOT}<str:step>/", snapshot_views.snapshot_step, name="snapshot_step"),
]
