"""The one address of proofreading."""

from django.urls import path

from moothall_web.proofreading import views

app_name = "proofreading"
urlpatterns = [path("proofread/", views.proofread, name="proofread")]
