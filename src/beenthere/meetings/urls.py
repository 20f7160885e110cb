from django.urls import URLPattern, URLResolver, path

from beenthere.meetings import views

app_name = "meetings"
urlpatterns: list[URLPattern | URLResolver] = [
    path("with/<uuid:person_id>/", views.with_person, name="with"),
    path("<uuid:match_id>/agreement/", views.agreement, name="agreement"),
    path("<uuid:match_id>/agreement/write/", views.write, name="write"),
    path("<uuid:match_id>/agreement/<int:number>/suits/", views.suits, name="suits"),
]
