from django.urls import URLPattern, URLResolver, path

from beenthere.work.views import benefits, choosing, occupations, postings, practical

app_name = "work"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", occupations.occupations, name="list"),
    path("first-steps/<slug:kind>/", practical.first_steps, name="first-steps"),
    path("needs/", practical.needs, name="needs"),
    path("compare/", choosing.comparison, name="compare"),
    path("near/", choosing.near, name="near"),
    path("interests/", choosing.interests, name="interests"),
    path("benefits/", benefits.benefits, name="benefits"),
    path("postings/", postings.postings, name="postings"),
    path("postings/<slug:slug>/", postings.posting, name="posting"),
    path("<slug:noc>/", occupations.occupation, name="page"),
]
