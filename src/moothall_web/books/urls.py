"""The money of a proposal: baseline, savings, ledger and true-up, parting."""

from django.urls import path

from moothall_web.books import views

app_name = "books"
_PROPOSAL = "programmes/<str:code>/proposals/<str:proposal>/"
urlpatterns = [
    path(f"{_PROPOSAL}baseline/", views.baseline, name="baseline"),
    path(f"{_PROPOSAL}baseline/<str:authority>/sign/", views.sign, name="sign"),
    path(f"{_PROPOSAL}savings/", views.savings, name="savings"),
    path(f"{_PROPOSAL}ledger/", views.ledger, name="ledger"),
    path(f"{_PROPOSAL}ledger/<int:year>/true-up/", views.true_up, name="true_up"),
    path(f"{_PROPOSAL}partners/", views.partners, name="partners"),
    path(f"{_PROPOSAL}parting/", views.parting, name="parting"),
]
