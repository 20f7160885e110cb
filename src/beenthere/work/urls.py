from django.urls import URLPattern, URLResolver, path

from beenthere.work import views

app_name = "work"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.occupations, name="list"),
    path("<slug:noc>/", views.occupation, name="page"),
]
