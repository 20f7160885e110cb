from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "beenthere.plans"
    label = "plans"

    def ready(self) -> None:
        from beenthere.core import slots, things
        from beenthere.plans import events, jobs, met  # noqa: F401  (listen, and register themselves)
        from beenthere.plans.models import SHARED, SHARED_MEASURE
        from beenthere.plans.over_time import names_of_measures
        from beenthere.plans.reads import names_of_paths

        slots.fill("training.page.actions", template="plans/slots/add_training.html")
        slots.fill("directory.organisation.actions", template="plans/slots/add_organisation.html")
        slots.fill("directory.service.actions", template="plans/slots/add_service.html")
        slots.fill("work.first-step.actions", template="plans/slots/add_first_step.html")
        slots.fill("work.needs.actions", template="plans/slots/ask_for_what_i_need.html")
        slots.fill("work.page.actions", template="plans/slots/start_path.html")
        slots.fill("work.page.actions", template="plans/slots/keep_application.html")
        slots.fill("work.posting.actions", template="plans/slots/keep_posting.html")
        slots.fill("library.card.actions", template="plans/slots/add_card.html")
        slots.fill("experience.strength.stands", template="plans/slots/strength_on_resumes.html")
        slots.fill("experience.strength.remove", template="plans/slots/strength_stays.html")
        slots.fill("experience.strengths.after", template="plans/slots/strengths_to_resumes.html")
        things.register(SHARED, names_of_paths)
        things.register(SHARED_MEASURE, names_of_measures)
