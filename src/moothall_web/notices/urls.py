"""The key decision tests and the notices of a programme."""

from django.urls import path

from moothall_web.notices import views

app_name = "notices"
_COUNCIL = "programmes/<str:code>/proposals/<str:proposal>/notices/<str:authority>/"
urlpatterns = [
    path("programmes/<str:code>/notices/", views.programme, name="programme"),
    path(_COUNCIL, views.council, name="council"),
    path(f"{_COUNCIL}<str:form>/", views.form, name="form"),
    path(f"{_COUNCIL}<str:form>/notice.docx", views.form_as_docx, name="form_docx"),
]
