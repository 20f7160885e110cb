from django.urls import URLPattern, URLResolver, path

from beenthere.experience import views

app_name = "experience"
urlpatterns: list[URLPattern | URLResolver] = [
    path("about/", views.about, name="about"),
    path("about/as-others-see/", views.as_others_see, name="as-others-see"),
    path("about/<uuid:person_id>/", views.seen, name="seen"),
    path("about/<str:part>/", views.part, name="part"),
    path("lived/", views.lived, name="lived"),
    path("lived/word/<uuid:lived_id>/", views.word, name="word"),
    path("lived/word/<uuid:lived_id>/remove/", views.remove, name="remove"),
    path("lived/<str:kind>/", views.choose, name="choose"),
]
