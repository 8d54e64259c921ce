"""Papers and resolutions side by side."""

from django.urls import path

from moothall_web.twins import views

app_name = "twins"
urlpatterns = [
    path(
        "programmes/<str:code>/proposals/<str:proposal>/side-by-side/",
        views.side_by_side,
        name="side_by_side",
    ),
]
