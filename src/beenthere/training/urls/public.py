from django.urls import path

from beenthere.training.views import confirming, cover, gaps, proposing, public

app_name = "training"
urlpatterns = [
    path("", public.training_list, name="list"),
    path("competencies/", cover.competencies, name="competencies"),
    path("gaps/", gaps.gap_map, name="gaps"),
    path("add/", proposing.add, name="add"),
    path("compare/", public.comparison, name="compare"),
    path("proposals/", proposing.proposals, name="proposals"),
    path("proposals/take-back/", proposing.take_back, name="take-back"),
    path("report/<int:year>/", gaps.year_report, name="report"),
    path("waiting/", confirming.waiting, name="waiting"),
    path("proposals/<uuid:proposal_id>/", confirming.decided, name="decided"),
    path("confirm/<str:code>/", confirming.confirm, name="confirm"),
    path("confirm/<str:code>/correct/", confirming.confirm_correct, name="confirm-correct"),
    path("<slug:slug>/", public.training_page, name="page"),
    path("<slug:slug>/wrong/", proposing.wrong, name="wrong"),
]
