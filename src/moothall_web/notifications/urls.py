"""What people are told, and news for the public."""

from django.urls import path

from moothall_web.notifications import public_views, views

app_name = "notifications"
urlpatterns = [
    path("told/", views.told, name="told"),
    path("told/address/", views.ask, name="ask"),
    path("told/address/forget/", views.forget, name="forget"),
    path("told/address/<str:token>/", views.address, name="address"),
    path("told/<int:number>/", views.message, name="message"),
    path("subscribe/<str:code>/", public_views.subscribe, name="subscribe"),
    path("subscribe/<str:code>/<str:proposal>/", public_views.subscribe, name="subscribe_to"),
    path("subscribed/confirm/<str:token>/", public_views.confirm, name="confirm"),
    path("subscribed/stop/<str:token>/", public_views.stop, name="stop"),
]
