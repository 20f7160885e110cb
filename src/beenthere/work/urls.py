from django.urls import URLPattern, URLResolver, path

from beenthere.work.views import occupations

app_name = "work"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", occupations.occupations, name="list"),
    path("<slug:noc>/", occupations.occupation, name="page"),
]
