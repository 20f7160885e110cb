from django.urls import path

from beenthere.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("peer-support/", views.peer_support, name="peer-support"),
    path("promises/", views.promises, name="promises"),
    path("privacy/", views.privacy, name="privacy"),
    path("leave/", views.leave, name="leave"),
    path("leave/about/", views.leave_about, name="leave-about"),
    path("me/", views.me, name="me"),
    path("me/giving-back/", views.giving_back, name="giving-back"),
    path("me/kept/<uuid:kept_id>/", views.kept, name="kept"),
    path("me/kept/<uuid:kept_id>/put-away/", views.put_away, name="put-away"),
]
