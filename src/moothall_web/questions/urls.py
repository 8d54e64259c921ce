"""Scrutiny's questions, and what comes to a body."""

from django.urls import path

from moothall_web.questions import views

app_name = "questions"
_ONE = "programmes/<str:code>/questions/<str:key>/"
urlpatterns = [
    path("programmes/<str:code>/questions/", views.programme, name="programme"),
    path(_ONE, views.question, name="question"),
    path(f"{_ONE}answer/", views.answer, name="answer"),
    path(f"{_ONE}shown/", views.shown, name="shown"),
    path("programmes/<str:code>/bodies/<str:body>/coming/", views.coming, name="coming"),
]
