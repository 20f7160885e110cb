"""Everybody of the small world, and what they live through: the journey, by the same actions as life."""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any
from uuid import uuid4

from beenthere.consent.actions import block, look
from beenthere.consent.models import Block, NameBlock
from beenthere.core import clock
from beenthere.directory.actions import answer_link as answer_service_link
from beenthere.directory.actions import keep_own, tell_what_happened
from beenthere.directory.actions import make_link as make_service_link
from beenthere.directory.models import ListedOrganisation
from beenthere.directory.seed import load_seed as load_organisations
from beenthere.directory.tests.make import node
from beenthere.directory.tests.make import service as entry
from beenthere.experience import actions as experience
from beenthere.experience.actions import choose_words, tell
from beenthere.experience.models import LivedExperience
from beenthere.home.actions import keep_typed
from beenthere.library import actions as library
from beenthere.library.models import Card, CardFile, CardText, Reading, WrittenFile
from beenthere.library.tests.make import WORDS, illustrated_story
from beenthere.matching import actions as matching
from beenthere.matching.models import Ask, Match, MatchRequest, Offer, OfferApproval, Proposal, ProposalLine
from beenthere.matching.models.proposals import LineState
from beenthere.matching.wishes import Wishes
from beenthere.meetings import starting
from beenthere.meetings.actions import write_agreement
from beenthere.orgs.actions import invite, open_organisation
from beenthere.orgs.models import Membership, Organisation, Role
from beenthere.orgs.tests.make import member
from beenthere.people import actions as people
from beenthere.people.models import Letter, Person, SignedInDevice
from beenthere.people.reads import return_by_code
from beenthere.people.tests.make import person
from beenthere.plans import actions as plans
from beenthere.plans.models import SHARED, Measure
from beenthere.plans.reads import plan_of
from beenthere.plans.resume.facts import About, Fact
from beenthere.reports.actions import be_counted
from beenthere.reports.models import Publication, PublishedLine
from beenthere.talk.actions import take_concern, tell_concern, write
from beenthere.talk.models import Message
from beenthere.talk.reads import person_met, readers_for
from beenthere.training.actions import look_after, make_link, propose, tick_cover
from beenthere.training.cover.frameworks import load_frameworks
from beenthere.training.models import Competency, Cover, Training
from beenthere.training.seed import load_seed as load_trainings
from beenthere.training.tests.make import coalition, reads
from beenthere.training.tests.make import proposal as proposed
from beenthere.training.tests.make_imports import files_and_pairs
from beenthere.work.seed import load_seed as load_occupations
from beenthere.work.seed_benefits import load_benefit_rules
from beenthere.work.tests.make_postings import offered
from tests import cast

# What must never be found in the raw databases: sentences that people typed into every kind of private field.
PRIVATE = {
    "about": "I sew curtains and I am slow before noon",
    "own word": "Sleeping in a borrowed car",
    "dream": "To look after people and to have Sundays",
    "aim": "Becoming a health-care aide at my pace",
    "step": "Telephone the evening school about fees",
    "own question": "I could laugh at something yesterday",
    "sheet": "I would tell only the woman who opens at six",
    "support": "My sister who drives me on Sundays",
    "application": "Mornings in the bakery by the station",
    "contact": "Jo who answers before seven",
    "day to come back": "Ask Jo whether my letter arrived",
    "variant": "Twelve hours of work and the evening school",
    "suggestion": "Visit the school on its open evening with me",
    "wish": "Please do not hurry me with anything at all",
    "question": "Which evening would be kind to you",
    "goodbye": "Thank you for walking with me until here",
    "hand-over": "Lists help me and surprises do not",
    "thanks": "For the evening on which you only listened",
    "concern": "What was said on the stairs frightened me",
    "message": "The camera stays off if you do not mind",
    "agreement": "We meet by video on every second Tuesday",
    "name": "Amara",
    "name kept away": "Corentin Vauquelin",
    "passkey": "The old phone with the crack",
    "fact": "Five years for my mother and for myself",
    "résumé": "The one for the kitchen on Bank Street",
    "moment": "The winter in which I carried the wood",
    "strength": "I carry what others put down",
    "said of her": "You laughed first and everybody breathed",
    "line": "I cook for sixty and I remember names",
    "kept": "Half a sentence that I was typing",
    "card": "I count the tiles before I knock",
    "reader’s words": "Your tiles made me smile today",
}


@dataclass
class World:
    """Everybody and everything that a test may need."""

    amara: Person
    benoit: Person
    chloe: Person
    ravi: Person
    dana: Person
    greta: Person  # hears concerns
    emile: Person  # asked by Amara, has not answered
    farah: Person  # walked with Amara once
    otto: Person  # coordinates another organisation
    organisation: Organisation
    elsewhere: Organisation
    facts: dict[str, object]

    def people(self) -> dict[str, Person]:
        """Everybody by name."""
        return {field.name: one for field in fields(self) if isinstance(one := getattr(self, field.name), Person)}


def build() -> World:
    """Let them all live through what the journey tells."""
    load_trainings()
    load_frameworks()
    load_organisations()
    load_occupations()
    load_benefit_rules()
    offered()
    five = cast.people()
    emile, farah, otto, greta = person("Émile", "fr"), person("Farah"), person("Otto"), person("Greta")
    here = open_organisation(coordinator=five.chloe, name="Phare", province="ON")
    elsewhere = open_organisation(coordinator=otto, name="Kettle", province="MB")
    world = World(
        five.amara, five.benoit, five.chloe, five.ravi, five.dana, greta, emile, farah, otto, here, elsewhere, {}
    )  # fmt: skip
    member(greta, here, Role.CONCERNS)
    member(five.ravi, coalition(), Role.RESEARCH)
    _tell_about(world)
    for supporter in (farah, five.benoit, emile):
        _offer(supporter, world)
    _walk(world)
    _plan(world)
    _find_strengths(world)
    _gather_facts(world)
    _list_a_service(world)
    world.facts |= files_and_pairs(world.ravi)
    _propose(world)
    _publish(world)
    _cover(world)
    _propose_a_fact(world)
    _research(world)
    _know(world)
    return world


def _tell_about(world: World) -> None:
    parts = {"words": PRIVATE["about"], "languages": ["en", "fr"], "ways": ["video"], "area": "ottawa-on"}
    for part, value in parts.items():
        tell(by=world.amara, part=part, value=value, shown="after_yes")
    own = [PRIVATE["own word"]]
    choose_words(by=world.amara, kind="lived", codes={"back-to-school"}, keep_own=set(), new_own=own, shown="me")


def _offer(supporter: Person, world: World) -> None:
    tell(by=supporter, part="languages", value=["en", "fr"], shown="asked")
    choose_words(
        by=supporter, kind="lived", codes={"back-to-school"}, keep_own=set(), new_own=[], shown="on_offer"
    )  # fmt: skip
    member(supporter, world.organisation)
    offer = matching.make_offer(by=supporter, training="trained", paths=["learning"], fields=["3"], capacity=2)
    matching.submit_offer(by=supporter, offer=offer, organisations=[world.organisation])
    matching.approve_offer(by=world.chloe, offer=offer, organisation=world.organisation)


def ask(world: World, supporter: Person) -> Ask:
    """Let Amara ask one supporter, so that their answer is due."""
    request = matching.ask_for_match(
        by=world.amara, wishes=Wishes(), words=PRIVATE["wish"], organisations=[world.organisation]
    )
    ranked = list(Offer.objects.filter(supporter=supporter))
    matching.choose_supporters(by=world.amara, request=request, ranked=ranked)
    return Ask.objects.get(request=request, supporter=supporter)


def _walk(world: World) -> None:
    earlier = matching.accept_request(by=world.farah, ask=ask(world, world.farah))
    matching.end_match(by=world.amara, match=earlier, goodbye=PRIVATE["goodbye"])
    world.facts["ended"] = earlier
    matching.accept_request(by=world.benoit, ask=ask(world, world.benoit))
    match = Match.objects.get(supporter=world.benoit)
    words = starting.words("en") | {"how_often": PRIVATE["agreement"]}
    write_agreement(by=world.amara, match=match, words=words)
    matching.write_hand_over(by=world.amara, text=PRIVATE["hand-over"], with_ask=True)
    matching.say_thanks(by=world.amara, match=match, text=PRIVATE["thanks"])
    write(by=world.benoit, to=world.amara, text="Hello")
    write(by=world.amara, to=world.benoit, text=PRIVATE["message"])
    matching.ask_first(by=world.emile, ask=ask(world, world.emile), text=PRIVATE["question"])
    _tell_a_concern(world)
    block(by=world.amara.pk, whom=uuid4())
    matching.keep_name_away(by=world.amara, name=PRIVATE["name kept away"])
    for friend in (world.benoit, world.farah):
        trusted = people.ask_to_be_trusted(by=world.amara)
        if trusted:
            people.say_yes(by=friend, trusted=trusted)
            world.facts["trusted"] = trusted
    way_back = people.begin_return(sign_in_word=str(world.amara.sign_in_word))
    world.facts["passkey"] = people.keep_passkey(
        by=world.amara, name=PRIVATE["passkey"], credential_id=b"of a test", credential=b"no real key"
    )
    people.begin_codes(by=world.amara)
    people.note_device(by=world.amara, session="of-her-phone", kind="Firefox/Android")
    world.facts["device"] = SignedInDevice.objects.get(person=world.amara)
    found = return_by_code(world.benoit, way_back.code)
    if found:
        people.confirm_return(by=world.benoit, way_back=found)


def _tell_a_concern(world: World) -> None:
    found = person_met(world.amara, world.farah.pk)
    if found:
        reader = readers_for(world.amara, world.farah, found[1].organisations)[0]
        world.facts["concern"] = tell_concern(
            by=world.amara, about=world.farah, reader=reader, text=PRIVATE["concern"], attached=found[1].words
        )  # fmt: skip
        taken = tell_concern(by=world.amara, about=world.farah, reader=reader, text="Once more")
        take_concern(by=world.greta, concern=taken)
        world.facts["taken"] = taken


def _plan(world: World) -> None:
    amara = world.amara
    plans.set_dream(by=amara, plan=plan_of(amara), dream=PRIVATE["dream"])
    path = plans.start_path(by=amara, aim=PRIVATE["aim"], kind="learning", hours=9)
    step = plans.add_step(by=amara, text=PRIVATE["step"], paths=[path])
    support = plans.choose_support(by=amara, words=PRIVATE["support"])
    plans.tell_money_now(by=amara, told={"benefit": "on-odsp-disability", "support": 1308})
    world.facts["variant"] = plans.make_variant(by=amara, told={"name": PRIVATE["variant"]}, paths=[path])
    until = clock.today() + dt.timedelta(days=60)
    grant = plans.share_path(by=amara, path=path, reader=world.benoit, until=until)
    plans.choose_measures(by=amara, questions=["hope"], own=[PRIVATE["own question"]], rhythm="week")
    measure = Measure.objects.visible_to(amara).get(question="")
    plans.answer_measures(by=amara, answers={measure: 2})
    plans.share_measure(by=amara, measure=measure, reader=world.benoit, until=until)
    world.facts["sheet"] = plans.begin_sheet(by=amara, kind="telling", words={"whom": PRIVATE["sheet"]})
    world.facts["weeks"] = plans.begin_sheet(by=amara, kind="first-weeks", words={})
    asking = plans.begin_sheet(by=amara, kind="asking", words={"arrangements": ["short-breaks"]})
    world.facts["asking"] = asking
    suggestion = plans.suggest_step(by=world.benoit, path=path, text=PRIVATE["suggestion"])
    look(reader=world.benoit.pk, owner=amara.pk, what=SHARED, thing=path.pk)
    _make_a_resume(world)
    world.facts |= {
        "path": path,
        "step": step,
        "support": support,
        "grant": grant,
        "measure": measure,
        "suggestion": suggestion,
    }


def _make_a_resume(world: World) -> None:
    plans.tell_resume_about(by=world.amara, about=About(name=PRIVATE["name"], line=PRIVATE["line"]))
    rows = plans.tell_facts(by=world.amara, facts=[Fact(kind="break", title=PRIVATE["fact"], start="2018")])
    made = plans.make_resume(by=world.amara, facts=rows, name=PRIVATE["résumé"], language="fr")
    told = {"what": PRIVATE["application"], "contacts": PRIVATE["contact"], "sent_on": clock.today().isoformat()}
    kept = plans.keep_application(by=world.amara, told=told, stage="no-answer", resume=made)
    day = plans.add_follow_up(by=world.amara, application=kept, words=PRIVATE["day to come back"], on=clock.today())
    world.facts |= {"fact": rows[0], "resume": made, "application": kept, "follow_up": day}


def _find_strengths(world: World) -> None:
    """Amara walks through a moment, puts one strength on her pages, and two people say what they see."""
    amara, until = world.amara, clock.today() + dt.timedelta(days=60)
    moment = experience.begin_moment(by=amara, told={"moment": PRIVATE["moment"]})
    rows = experience.find_strengths(by=amara, moment=moment, codes=["listen"], own=[PRIVATE["strength"]])
    experience.put_on_about(by=amara, strength=rows[1], sentence=PRIVATE["strength"], shown="after_yes")
    plans.put_strength(by=amara, strength=rows[1], fact=Fact(kind="strength", title=PRIVATE["strength"]), resumes=[])
    told: dict[str, Any] = {"supporter": world.benoit, "strengths": rows, "moments": [moment], "until": until}
    first = experience.ask_for_mirror(by=amara, **told)
    experience.write_mirror(by=world.benoit, mirror=first, words=PRIVATE["said of her"])
    first.refresh_from_db()
    experience.keep_heard(by=amara, mirror=first, strength=rows[1])
    world.facts |= {
        "moment": moment, "strength": rows[1], "mirror": first,
        "mirror that waits": experience.ask_for_mirror(by=amara, **told),
    }  # fmt: skip


def _gather_facts(world: World) -> None:
    amara = world.amara
    world.facts |= {
        "request": MatchRequest.objects.open().get(person=amara),
        "ask": Ask.objects.get(asker=amara, supporter=world.emile),
        "match": Match.objects.get(supporter=world.benoit),
        "offer": Offer.objects.get(supporter=world.benoit),
        "letter": Letter.objects.filter(person=amara).first(),
        "block": Block.objects.get(by=amara.pk),
        "message": Message.objects.get(author=world.benoit),
        "name": NameBlock.objects.get(by=amara.pk),
        "approval": OfferApproval.objects.get(supporter=world.benoit),
        "lived": LivedExperience.objects.filter(person=amara).first(),
        "membership": Membership.objects.get(person=world.benoit),
        "invitation": invite(by=world.chloe, organisation=world.organisation, role=Role.MEMBER),
        "training": Training.objects.first(),
        "listed": ListedOrganisation.objects.first(),
        "kept": keep_typed(owner=amara.pk, address="/en/plan/dream/", typed=[("dream", PRIVATE["kept"])]),
    }


def _cover(world: World) -> None:
    """Ravi ticks what a training covers."""
    training: Training = world.facts["training"]  # type: ignore[assignment]
    hope = Competency.objects.filter(slug="psc-competency-5")
    tick_cover(by=world.ravi, training=training, competencies=hope, evidence="Outline, module 4")
    world.facts["cover"] = Cover.objects.public().get()


def _publish(world: World) -> None:
    """Amara lets herself be counted, and a mirror with one line was published."""
    be_counted(by=world.amara, organisations=[world.organisation])
    first = clock.today() - dt.timedelta(days=90)
    made = Publication.objects.create(organisation=world.organisation, first=first, last=clock.today())
    numbers = {"requests": 15, "people": 10, "asks": 20, "supporters": 5, "wait_low": 2, "wait_high": 5}
    PublishedLine.objects.create(publication=made, table="language", code="fr", **numbers)


def _propose_a_fact(world: World) -> None:
    """Amara tells the research committee what a training costs."""
    facts, base = {"cost": "250"}, {"cost": ""}
    training: Training = world.facts["training"]  # type: ignore[assignment]
    world.facts["proposed"] = propose(
        by=world.amara, training=training, facts=facts, base=base, words="I took it last spring", language="en",
        source_url="https://example.org/fees", source_date="2027", form_token="of her form",
    )  # fmt: skip


def _propose(world: World) -> None:
    """Chloé drafts a list, and offered one before: as if nobody were being asked for Amara just now."""
    pairs = [(world.facts["request"], world.facts["offer"])]
    before = matching.propose_list(by=world.chloe, organisation=world.organisation, pairs=pairs)  # type: ignore[arg-type]
    Proposal.objects.filter(pk=before.pk).update(offered_at=clock.now())
    ProposalLine.objects.filter(proposal=before).update(state=LineState.OFFERED, shown=True)
    draft = matching.propose_list(by=world.chloe, organisation=world.organisation, pairs=pairs)  # type: ignore[arg-type]
    world.facts |= {"draft": draft, "line": draft.lines.get(), "offered": before.lines.get()}


def _research(world: World) -> None:
    """Amara and somebody without an account propose something; a provider was asked; something waits in public."""
    record: Training = world.facts["training"]  # type: ignore[assignment]
    read = proposed(record, facts={"cost": "0"})
    reads(world.ravi, read)
    look_after(by=world.ravi, training=record)
    world.facts |= {
        "proposed": proposed(record, facts={"hours": "44"}, words="I took it last winter."),
        "proposed by her": proposed(record, facts={"hours": "45"}, by=world.amara),
        "link": make_link(training=record),
    }


def _know(world: World) -> None:
    """Two read a card that Amara wrote, and one of them answered; somebody worries about another that is public."""
    amara, farah = world.amara, world.farah
    for reader in (world.emile, farah):
        library.read_for_others(by=reader, english=True, french=True)
    writing = library.write(by=amara, kind="card", language="en", words=WORDS | {"tried": PRIVATE["card"]})
    library.send(by=amara, writing=writing)
    answered, waits = (Reading.objects.get(reader=each) for each in (farah, world.emile))
    library.answer_yes(by=farah, reading=answered, words=PRIVATE["reader’s words"])
    draft = illustrated_story(amara)
    WrittenFile.objects.create(writing=writing, of="small", content_type="image/webp", size=1)
    public = Card.objects.create(slug="slip", challenge="interviews", language="en")
    CardText.objects.create(card=public, language="en", title="A slip of paper", tried="It", picture="A slip")
    CardFile.objects.create(card=public, of="small", content_type="image/webp", size=1)
    library.say(by=amara, card=public, what="helped")
    library.worry(card=public, what="wrong")
    library.choose_wishes(by=amara, hidden=["loss"], no_offers=False)
    world.facts |= {"writing": writing, "draft writing": draft, "reading": waits, "card": public}


def _list_a_service(world: World) -> None:
    """Chloé lists a service of her organisation, and Amara tells what happened there."""
    listed = keep_own(by=world.chloe, organisation=world.organisation, node=node())
    tell_what_happened(by=world.amara, service=listed, what="got")
    elsewhere = entry("Oak House", email="oak@example.org")
    if first := make_service_link(service=elsewhere):
        answer_service_link(by=None, link=first, answer="corrected", words="We open at nine now", language="en")
    link = make_service_link(service=elsewhere)
    world.facts |= {"service": listed, "entry": elsewhere, "service link": link}
