from django.urls import path

from beenthere.training.views import cover, gaps, public

app_name = "training"
urlpatterns = [
    path("", public.training_list, name="list"),
    path("competencies/", cover.competencies, name="competencies"),
    path("gaps/", gaps.gap_map, name="gaps"),
    path("<slug:slug>/", public.training_page, name="page"),
]
