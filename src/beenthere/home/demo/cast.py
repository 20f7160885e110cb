"""Amara, Benoît, Chloé, Ravi and Dana: the five who can sign in to the demo."""

from dataclasses import dataclass

from beenthere.consent.actions import look
from beenthere.experience import actions as experience
from beenthere.home.demo import people
from beenthere.home.demo.calendar import Calendar
from beenthere.home.demo.words import Road
from beenthere.matching.actions import accept_request, ask_for_match, choose_supporters
from beenthere.matching.models import Ask, Match, MatchRequest, Offer
from beenthere.matching.wishes import Wishes
from beenthere.meetings import starting
from beenthere.meetings.actions import say_it_suits, write_agreement
from beenthere.orgs.actions import open_organisation
from beenthere.orgs.models import Kind, Organisation, Role
from beenthere.people.models import Person
from beenthere.people.passphrases import normalised
from beenthere.plans import actions as plans
from beenthere.plans.models import SHARED, Measure, Path
from beenthere.plans.reads import plan_of
from beenthere.talk.actions import tell_concern, write
from beenthere.talk.reads import readers_for
from beenthere.training.models import Training

PASSPHRASE = "calm river morning bread road"  # noqa: S105  (printed at every start of the demo)
EVENINGS = ["mon-evening", "tue-evening", "thu-evening"]


@dataclass
class House:
    """The organisations of the demo and who coordinates them."""

    organisations: list[Organisation]
    coordinators: list[Person]


@dataclass
class Five:
    """The five people whom every story here is about."""

    amara: Person
    benoit: Person
    chloe: Person
    ravi: Person
    dana: Person


def who_can_sign_in() -> str:
    """Who can sign in to the demo, with what word, and the passphrase of all; never somebody who joined to try it."""
    may = [person for person in Person.objects.order_by("joined_at") if person.has_usable_password()]
    cast = [person for person in may if person.check_password(normalised(PASSPHRASE))]
    lines = [f"  {person.name:<8} {person.sign_in_word}" for person in cast]
    return "\n".join(["\nSign in as", *lines, f"\nwith the passphrase  {PASSPHRASE}"])


def arrive(calendar: Calendar) -> tuple[Five, House]:
    """Let the five join and the three organisations open."""
    named = {
        "amara": ("Amara", "en"), "benoit": ("Benoît", "fr"), "chloe": ("Chloé", "fr"),
        "ravi": ("Ravi", "en"), "dana": ("Dana", "en"),
    }  # fmt: skip
    five = Five(**{key: people.joins(name, language, passphrase=PASSPHRASE) for key, (name, language) in named.items()})
    kettle = people.joins("Nan", "en")
    rivage = people.joins("Léonie", "fr")
    house = House(
        [
            open_organisation(coordinator=five.chloe, name="Détour Ottawa-Gatineau", province="ON"),
            open_organisation(coordinator=kettle, name="The Kettle Is On", kind=Kind.GROUP, province="MB"),
            open_organisation(coordinator=rivage, name="Rivage Pairs aidants", province="QC"),
        ],
        [five.chloe, kettle, rivage],
    )
    calendar.on(80, lambda: _tell_about_themselves(five, house))
    return five, house


def _tell_about_themselves(five: Five, house: House) -> None:
    people.tells(
        five.benoit, languages=["fr", "en"], ways=["video", "phone"], place="Gatineau", free=EVENINGS,
        words="J’ai passé un hiver à l’hôpital, puis je suis retourné aux études à trente-quatre ans. "
        "Aujourd’hui je travaille dans un foyer. Je ne presse personne.",
    )  # fmt: skip
    people.has_lived(five.benoit, ["after-hospital", "back-to-school", "income-support"], shown="on_offer")
    people.has_lived(five.benoit, ["telling-employer"], shown="after_yes")
    people.gets_role(five.benoit, five.chloe, house.organisations[0])
    offer = people.offers(
        five.benoit, house.organisations[0], capacity=3, paths=["job", "learning"], fields=["3", "4"], trained=True
    )
    people.says_yes(five.chloe, offer, house.organisations[0])
    people.gets_role(five.ravi, five.chloe, house.organisations[0], Role.CONCERNS)
    people.tells(
        five.amara, languages=["en", "fr"], ways=["video", "phone", "text"], place="Ottawa", free=EVENINGS,
        words="I sew, I read about trains, and I need a slow start to every day.",
    )  # fmt: skip
    people.has_lived(five.amara, ["after-hospital", "income-support", "back-to-school"], shown="me")
    people.has_lived(five.amara, ["back-to-work", "earning-on-support"], shown="me", kind="in_the_way")


def live(five: Five, calendar: Calendar) -> None:
    """Put on the calendar how Amara and Benoît came to walk together, and what she planned since."""
    calendar.on(34, lambda: _amara_asks(five))
    calendar.on(32, lambda: _benoit_says_yes(five))
    calendar.on(30, lambda: _they_agree(five))
    calendar.on(28, lambda: _amara_plans(five, calendar))
    for ago, values in ((30, (1, 2)), (20, (1, 3)), (13, (2, 3)), (4, (3, 2))):
        calendar.on(ago, lambda values=values: _amara_asks_herself(five.amara, values))  # type: ignore[misc]
    calendar.on(9, lambda: _benoit_suggests(five, calendar))
    calendar.on(8, lambda: _amara_finds_strengths(five, calendar))
    calendar.on(2, lambda: _benoit_looks(five))
    calendar.on(1, lambda: _ravi_is_told_a_concern(five))


def _amara_asks(five: Five) -> None:
    wishes = Wishes(must_ways=("video",), nice_paths=("learning", "job"), nice_fields=("3",))
    request = ask_for_match(
        by=five.amara, wishes=wishes, words="I was ill for two years and want to learn something with people in it. "
        "Evenings are best. Please do not hurry me.",
    )  # fmt: skip
    shown = Offer.objects.filter(shown__request=request, supporter=five.benoit)
    choose_supporters(by=five.amara, request=request, ranked=list(shown))


def _benoit_says_yes(five: Five) -> None:
    accept_request(by=five.benoit, ask=Ask.objects.get(asker=five.amara, supporter=five.benoit))


def _they_agree(five: Five) -> None:
    match = Match.objects.get(asker=five.amara, supporter=five.benoit)
    version = write_agreement(by=five.benoit, match=match, words=starting.words("en"))
    say_it_suits(by=five.amara, version=version)
    write(by=five.benoit, to=five.amara, text="Hello Amara, thank you for choosing me. Is Tuesday evening good?")
    write(by=five.amara, to=five.benoit, text="Tuesday is good. By video, camera off if you don’t mind.")


def _amara_plans(five: Five, calendar: Calendar) -> None:
    amara = five.amara
    plans.set_dream(by=amara, plan=plan_of(amara), dream="To look after people, and to have Sundays.")
    plans.set_hours(by=amara, plan=plan_of(amara), hours=30)
    cafe = people.walks(amara, Road("job", "Café job", (), 12, 780, "65200"))
    care = people.walks(amara, Road("learning", "Health-care aide", (), 9, -60, "33102"))
    sewing = people.walks(amara, Road("self_employment", "Sewing for neighbours", (), 4, 60))
    people.walks(amara, Road("own", "Mornings for me", (), 4, 0))
    done = plans.add_step(by=amara, text="Ask Benoît about his first week", paths=[cafe, care])
    plans.finish_step(by=amara, step=done)
    plans.add_step(by=amara, text="Two café shifts a week", paths=[cafe])
    plans.add_step(by=amara, text="Evening course", on=calendar.date(50), paths=[cafe, care])
    plans.add_step(by=amara, text="First placement", paths=[care])
    plans.pace_path(by=amara, path=sewing, pace="resting")
    plans.share_path(by=amara, path=care, reader=five.benoit, until=calendar.date(100))
    plans.tell_money_now(by=amara, told={"benefit": "on-odsp-disability", "support": 1368})
    both = {"name": "Part-time work and the course", "work_hours": 12, "pay": 1900, "course_hours": 9, "cost": 60}
    plans.make_variant(by=amara, told=both | {"course_from": _next_january(calendar)}, paths=[cafe, care])
    plans.make_variant(by=amara, told={"name": "The course only", "course_hours": 9, "cost": 60}, paths=[care])
    _amara_applies(amara, care, calendar)
    _amara_chooses_supports(amara)


def _amara_applies(amara: Person, care: Path, calendar: Calendar) -> None:
    bakery = {"what": "Mornings at the bakery", "place": "Bread by the Canal", "kind": "A job"}
    sent = {"sent_on": calendar.date(-30).isoformat(), "contacts": "Jo: ask at the counter before ten"}
    answered = plans.keep_application(by=amara, told=bakery | sent, stage="no-answer")
    plans.add_follow_up(by=amara, application=answered, words="Ask whether my letter arrived", on=calendar.date(0))
    course = {"what": "Health-care aide, evenings", "place": "The adult high school", "kind": "A school"}
    plans.keep_application(by=amara, told=course, stage="getting-ready", paths=[care])


def _amara_asks_herself(amara: Person, values: tuple[int, int]) -> None:
    plans.choose_measures(by=amara, questions=["hope"], own=["I sleep well enough."], rhythm="week")
    asked = Measure.objects.visible_to(amara).current().order_by("question")
    plans.answer_measures(by=amara, answers=dict(zip(asked, values, strict=True)))


def _amara_finds_strengths(five: Five, calendar: Calendar) -> None:
    moment = experience.begin_moment(
        by=five.amara,
        told={
            "moment": "The winter in which the bakery closed.",
            "time": "Four years ago",
            "did": "I asked my sister for a bed, and I baked for her building.",
            "says": "I do not stop being useful.",
        },
    )
    found = experience.find_strengths(by=five.amara, moment=moment, codes=["ask", "cook"], own=["I stay useful"])
    until = calendar.date(20)
    mirror = experience.ask_for_mirror(
        by=five.amara, supporter=five.benoit, strengths=found[:2], moments=[], until=until
    )
    words = "You ask so plainly that others dare to ask too. I saw it on our second Tuesday."
    experience.write_mirror(by=five.benoit, mirror=mirror, words=words)


def _next_january(calendar: Calendar) -> str:
    return f"{calendar.date(0).year + 1}-01"


def _amara_chooses_supports(amara: Person) -> None:
    sister = plans.choose_support(by=amara, words="My sister, on Sundays")
    plans.rate_support(by=amara, support=sister, rating="helped")
    training = Training.objects.order_by("slug").first()
    if training:
        plans.choose_listed(by=amara, training=training)


def _benoit_suggests(five: Five, calendar: Calendar) -> None:
    path = _shared_path(five)
    _benoit_looks(five)
    taken = plans.suggest_step(
        by=five.benoit, path=path, text="Apply: health-care aide course", on=calendar.date(10)
    )  # fmt: skip
    plans.accept_suggestion(by=five.amara, suggestion=taken)
    plans.suggest_step(by=five.benoit, path=path, text="Visit the school on its open evening")


def _benoit_looks(five: Five) -> None:
    path = _shared_path(five)
    look(reader=five.benoit.pk, owner=five.amara.pk, what=SHARED, thing=path.pk)


def _shared_path(five: Five) -> Path:
    return Path.objects.filter(person=five.amara, kind="learning").get()


def is_due_for(five: Five, request: MatchRequest) -> None:
    """Let somebody's request wait for Benoît's answer."""
    offer = Offer.objects.filter(shown__request=request, supporter=five.benoit)
    choose_supporters(by=request.person, request=request, ranked=list(offer))


def _ravi_is_told_a_concern(five: Five) -> None:
    """Somebody at Ravi's organisation tells him that something went wrong."""
    walking = Match.objects.current().exclude(asker=five.amara).filter(organisation__memberships__person=five.ravi)
    match = walking.select_related("asker", "supporter").order_by("accepted_at").first()
    if match is None or match.asker is None or match.supporter is None or match.organisation is None:
        return
    readers = readers_for(match.asker, match.supporter, {match.organisation.pk})
    tell_concern(
        by=match.asker, about=match.supporter, reader=readers[0], unnamed=True,
        text="We were to speak on Tuesdays. Three times nobody came, and last week I was told that I ask too much.",
    )  # fmt: skip
