"""The programmes, and the documents behind their facts."""

from django.urls import path

from moothall_web.facts import views

app_name = "facts"
urlpatterns = [
    path("", views.programmes, name="programmes"),
    path("programmes/<str:code>/documents/", views.documents, name="documents"),
]
