"""Clearances of papers: the desk of a programme, one paper, asking, answering, taking back."""

from django.urls import path

from moothall_web.clearances import answering, views

app_name = "clearances"
_PAPER = "programmes/<str:code>/proposals/<str:proposal>/clearances/<str:authority>/"
_IN = f"{_PAPER}<str:layout>/"
_PART = f"{_IN}<str:duty>/"
urlpatterns = [
    path("programmes/<str:code>/clearances/", views.desk, name="desk"),
    path(_PAPER, views.paper, name="paper"),
    path(_IN, views.paper_in, name="paper_in"),
    path(f"{_IN}ask/", views.ask_another, name="ask_another"),
    path(f"{_PART}ask/", views.ask, name="ask"),
    path(f"{_PART}answer/", answering.answer, name="answer"),
    path(f"{_PART}withdraw/", answering.withdraw, name="withdraw"),
]
