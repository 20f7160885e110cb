from django.urls import URLPattern, URLResolver, path

from beenthere.experience.views import about

app_name = "experience"
urlpatterns: list[URLPattern | URLResolver] = [
    path("about/", about.about, name="about"),
    path("about/as-others-see/", about.as_others_see, name="as-others-see"),
    path("about/<uuid:person_id>/", about.seen, name="seen"),
    path("about/<str:part>/", about.part, name="part"),
    path("lived/", about.lived, name="lived"),
    path("lived/word/<uuid:lived_id>/", about.word, name="word"),
    path("lived/word/<uuid:lived_id>/remove/", about.remove, name="remove"),
    path("lived/<str:kind>/", about.choose, name="choose"),
]
