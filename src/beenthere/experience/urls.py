from django.urls import URLPattern, URLResolver, path

from beenthere.experience.views import about, mirrors, strengths

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
    path("strengths/", strengths.mine, name="strengths"),
    path("strengths/walk/", strengths.walk, name="walk"),
    path("strengths/words/", strengths.new, name="strength-new"),
    path("strengths/moments/<uuid:moment_id>/", strengths.moment, name="moment"),
    path("strengths/moments/<uuid:moment_id>/remove/", strengths.moment_remove, name="moment-remove"),
    path("strengths/moments/<uuid:moment_id>/<slug:step>/", strengths.step, name="moment-step"),
    path("strengths/<uuid:strength_id>/", strengths.strength, name="strength"),
    path("strengths/<uuid:strength_id>/change/", strengths.edit, name="strength-edit"),
    path("strengths/<uuid:strength_id>/on-about-me/", strengths.on_about, name="strength-on-about"),
    path("strengths/<uuid:strength_id>/up/", strengths.up, name="strength-up"),
    path("strengths/<uuid:strength_id>/remove/", strengths.remove, name="strength-remove"),
    path("strengths/<uuid:strength_id>/forget/<int:number>/", strengths.forget, name="heard-forget"),
    path("strengths/ask/", mirrors.ask, name="mirror-ask"),
    path("strengths/asked/<uuid:mirror_id>/", mirrors.asked, name="mirror-asked"),
    path("strengths/asked/<uuid:mirror_id>/leave/", mirrors.leave, name="mirror-leave"),
    path("strengths/seen/<uuid:mirror_id>/", mirrors.mirror, name="mirror"),
    path("strengths/seen/<uuid:mirror_id>/keep/", mirrors.keep, name="mirror-keep"),
    path("strengths/seen/<uuid:mirror_id>/thank/", mirrors.thank, name="mirror-thank"),
    path("strengths/seen/<uuid:mirror_id>/away/", mirrors.away, name="mirror-away"),
    path("strengths/seen/<uuid:mirror_id>/stop/", mirrors.stop, name="mirror-stop"),
    path("strengths/seen/<uuid:mirror_id>/remove/", mirrors.remove, name="mirror-remove"),
]
