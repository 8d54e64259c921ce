"""Papers and resolutions side by side."""

from django.urls import path

from moothall_web.twins import views

app_name = "twins"
_COUNCIL = "programmes/<str:code>/proposals/<str:proposal>/side-by-side/<str:authority>/"
urlpatterns = [
    path(
        "programmes/<str:code>/proposals/<str:proposal>/side-by-side/",
        views.side_by_side,
        name="side_by_side",
    ),
    path(f"{_COUNCIL}link/", views.link, name="link"),
    path(f"{_COUNCIL}unlink/", views.unlink, name="unlink"),
]
