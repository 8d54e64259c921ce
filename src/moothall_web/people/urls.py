"""Where people sign in and out, and where it is said who acts for whom."""

from django.urls import path

from moothall_web.people.views import access, of_person, recorded
from moothall_web.people.views.signing_in import SignIn, SignOut, open_sign_in

app_name = "people"
urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign_in"),
    path("sign-in/<int:number>/<str:token>/", open_sign_in, name="open"),
    path("sign-out/", SignOut.as_view(), name="sign_out"),
    path("access/", access.overview, name="access"),
    path("access/boards/<str:programme>/admit/", access.admit_to_board, name="admit_to_board"),
    path("access/roles/<int:number>/end/", access.end, name="end"),
    path("access/roles/<int:number>/cover/", access.cover, name="cover"),
    path("access/grants/<int:number>/withdraw/", access.withdraw, name="withdraw"),
    path("access/events/", recorded.events, name="events"),
    path("access/events/<int:number>/erase/", recorded.erase_event, name="erase"),
    path("access/<str:authority>/admit/", access.admit, name="admit"),
    path("access/<str:authority>/grant/", access.grant, name="grant"),
    path("access/<str:authority>/people/<str:username>/", of_person.person, name="person"),
    path(
        "access/<str:authority>/people/<str:username>/hand-over/",
        of_person.hand_over,
        name="hand_over",
    ),
    path("access/<str:authority>/people/<str:username>/leave/", of_person.leave, name="leave"),
    path("access/<str:authority>/people/<str:username>/link/", of_person.link, name="link"),
]
