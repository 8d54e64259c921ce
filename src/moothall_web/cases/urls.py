"""A programme, its proposals and their papers."""

from django.urls import path

from moothall_web.cases import views

app_name = "cases"
_PROPOSAL = "programmes/<str:code>/proposals/<str:proposal>/"
urlpatterns = [
    path("programmes/<str:code>/", views.programme, name="programme"),
    path(_PROPOSAL, views.proposal, name="proposal"),
    path(f"{_PROPOSAL}papers/<str:authority>/", views.paper, name="paper"),
    path(f"{_PROPOSAL}papers/<str:authority>/paper.html", views.paper_as_html, name="paper_html"),
    path(f"{_PROPOSAL}papers/<str:authority>/paper.docx", views.paper_as_docx, name="paper_docx"),
]
