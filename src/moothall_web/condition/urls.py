"""How the site is doing."""

from django.urls import path

from moothall_web.condition import views

app_name = "condition"
urlpatterns = [path("installation/", views.condition, name="condition")]
