"""Decisions ahead and decisions brought in."""

from django.urls import path

from moothall_web.decisions import views
from moothall_web.decisions.regular import views as regular

app_name = "decisions"
_DECISIONS = "programmes/<str:code>/decisions/"
urlpatterns = [
    path(_DECISIONS, views.programme, name="programme"),
    path(f"{_DECISIONS}bring-in/", views.bring_in, name="bring_in"),
    path(f"{_DECISIONS}bring-in/read/", views.reading, name="reading"),
    path(f"{_DECISIONS}bring-in/<int:number>/undo/", views.undo, name="undo"),
    path(f"{_DECISIONS}bring-in/waiting/<int:number>/", regular.take_up, name="take_up"),
    path(f"{_DECISIONS}bring-in/waiting/<int:number>/leave/", regular.leave, name="leave"),
    path(f"{_DECISIONS}<str:decision>/", views.decision, name="decision"),
    path("committee-systems/", regular.systems, name="systems"),
    path("committee-systems/<int:system>/stop/", regular.stop, name="stop"),
    path("committee-systems/<int:system>/read/", regular.read_now, name="read_now"),
]
