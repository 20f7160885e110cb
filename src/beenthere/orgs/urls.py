from django.urls import URLPattern, URLResolver, path

from beenthere.orgs import views

app_name = "orgs"
urlpatterns: list[URLPattern | URLResolver] = [
    path("setup/", views.setup, name="setup"),
    path("invitation/", views.enter_code, name="enter-code"),
    path("invitation/<str:code>/", views.invitation, name="invitation"),
    path("invitation/<str:code>/yes/", views.accept, name="accept"),
    path("me/organisations/", views.mine, name="mine"),
    path("me/organisations/<uuid:membership_id>/leave/", views.leave, name="leave"),
]
