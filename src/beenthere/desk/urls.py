from django.urls import URLPattern, URLResolver, path

from beenthere.desk import views

app_name = "desk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.desk, name="desk"),
    path("offers/<uuid:offer_id>/<slug:slug>/", views.offer, name="offer"),
    path("offers/<uuid:offer_id>/<slug:slug>/yes/", views.approve, name="approve"),
    path("offers/<uuid:offer_id>/<slug:slug>/not-yet/", views.not_yet, name="not-yet"),
    path("asks/<slug:slug>/", views.asks, name="asks"),
    path("invite/", views.invite, name="invite"),
    path("invitations/<uuid:invitation_id>/", views.invitation, name="invitation"),
    path("invitations/<uuid:invitation_id>/take-back/", views.take_back, name="take-back"),
    path("people/", views.people, name="people"),
    path("people/<uuid:membership_id>/end/", views.end_role, name="end-role"),
    path("list/<slug:slug>/", views.whole_list, name="whole-list"),
    path("list/<uuid:proposal_id>/offer/", views.offer_list, name="offer-list"),
    path("line/<uuid:line_id>/", views.line, name="line"),
]
