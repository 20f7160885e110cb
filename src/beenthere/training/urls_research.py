from django.urls import path

from beenthere.training.views import committee

app_name = "research"
urlpatterns = [
    path("", committee.start, name="start"),
]
