"""Writing a paper."""

from django.urls import path

from moothall_web.writing import paper_views, passage_views, returning_views, views

app_name = "writing"
_PROPOSAL = "programmes/<str:code>/proposals/<str:proposal>/"
_PAPER = f"{_PROPOSAL}papers/<str:authority>/<str:layout>/"
urlpatterns = [
    path(f"{_PROPOSAL}writing/<str:authority>/", paper_views.begin, name="begin"),
    path(f"{_PAPER}word/", returning_views.bring_back, name="word"),
    path(f"{_PAPER}word/paper.docx", returning_views.paper_to_write_in, name="word_docx"),
    path(f"{_PAPER}word/changes/", returning_views.returned, name="returned"),
    path(f"{_PAPER}word/<int:number>/undo/", returning_views.undo, name="undo_return"),
    path(f"{_PAPER}write/", views.write, name="write"),
    path(f"{_PAPER}write/paper/", paper_views.paper, name="paper"),
    path(f"{_PAPER}write/passages/<str:key>/", passage_views.passage, name="passage"),
    path(f"{_PAPER}write/add/<str:topic>/", passage_views.add, name="add"),
]
