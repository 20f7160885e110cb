from django.urls import path

from beenthere.training import views

app_name = "training"
urlpatterns = [
    path("", views.training_list, name="list"),
    path("<slug:slug>/", views.training_page, name="page"),
]
