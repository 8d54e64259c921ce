"""What is over its time."""

from django.urls import path

from moothall_web.retention import views

app_name = "retention"
urlpatterns = [
    path("retention/", views.over, name="over"),
    path("retention/<str:council>/<str:rule>/erase/", views.erase, name="erase"),
]
