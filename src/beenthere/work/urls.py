from django.urls import URLPattern, URLResolver, path

from beenthere.work.views import occupations, practical

app_name = "work"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", occupations.occupations, name="list"),
    path("first-steps/<slug:kind>/", practical.first_steps, name="first-steps"),
    path("needs/", practical.needs, name="needs"),
    path("<slug:noc>/", occupations.occupation, name="page"),
]
