from django.urls import path

from beenthere.training.views import public

app_name = "training"
urlpatterns = [
    path("", public.training_list, name="list"),
    path("<slug:slug>/", public.training_page, name="page"),
]
