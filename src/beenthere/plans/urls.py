from django.urls import path

from beenthere.plans.views import paths, plan, sharing, steps, supports

app_name = "plans"
urlpatterns = [
    path("", plan.plan, name="plan"),
    path("dream/", plan.dream, name="dream"),
    path("hours/", plan.hours, name="hours"),
    path("paths/new/", paths.new, name="path-new"),
    path("paths/<uuid:path_id>/", paths.path, name="path"),
    path("paths/<uuid:path_id>/edit/", paths.edit, name="path-edit"),
    path("paths/<uuid:path_id>/pace/", paths.pace, name="path-pace"),
    path("paths/<uuid:path_id>/remove/", paths.remove, name="path-remove"),
    path("paths/<uuid:path_id>/share/", sharing.share, name="share"),
    path("steps/new/", steps.new, name="step-new"),
    path("steps/<uuid:step_id>/", steps.step, name="step"),
    path("steps/<uuid:step_id>/done/", steps.done, name="step-done"),
    path("steps/<uuid:step_id>/reopen/", steps.reopen, name="step-reopen"),
    path("steps/<uuid:step_id>/aside/", steps.aside, name="step-aside"),
    path("steps/<uuid:step_id>/remove/", steps.remove, name="step-remove"),
    path("supports/new/", supports.new, name="support-new"),
    path("supports/training/<slug:slug>/", supports.training, name="support-training"),
    path("supports/organisation/<slug:slug>/", supports.organisation, name="support-organisation"),
    path("supports/<uuid:support_id>/rate/", supports.rate, name="support-rate"),
    path("supports/<uuid:support_id>/end/", supports.end, name="support-end"),
    path("supports/<uuid:support_id>/remove/", supports.remove, name="support-remove"),
    path("sharing/<uuid:grant_id>/", sharing.as_seen, name="as-seen"),
    path("sharing/<uuid:grant_id>/stop/", sharing.stop, name="share-stop"),
    path("shared/<uuid:path_id>/", sharing.shared, name="shared"),
    path("shared/<uuid:path_id>/suggest/", sharing.suggest, name="suggest"),
    path("suggestions/<uuid:suggestion_id>/accept/", sharing.accept, name="suggestion-accept"),
    path("suggestions/<uuid:suggestion_id>/decline/", sharing.decline, name="suggestion-decline"),
]
