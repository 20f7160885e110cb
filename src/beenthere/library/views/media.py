"""A picture or a sound beside a story: given, worded, taken away again, and sent to whoever may see or hear it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core import keys
from beenthere.core.access import allow, public, require
from beenthere.core.limits import Limit, limited
from beenthere.core.ranged import sent
from beenthere.core.uploads import takes_a_file
from beenthere.library import actions, illustrated, rules
from beenthere.library.forms import MEDIUM_FORMS, MOST_BYTES, MediumForm
from beenthere.library.models import CardFile, Writing, WrittenFile
from beenthere.library.models.media import PICTURE
from beenthere.library.rules import reads_for_others
from beenthere.library.views.writing import own_writing
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer

GIVING = Limit("giving a picture or a sound", 10, 60)


@allow(is_peer)
@limited(GIVING)
@takes_a_file(MOST_BYTES)
@require_http_methods(["GET", "HEAD", "POST"])
def illustrate(request: PersonRequest, writing_id: UUID, what: str) -> HttpResponse:
    """Put a picture or a sound beside a story, with its words."""
    own = _own_story(request, writing_id, what)
    words = (own.words or {}).get(what, "")
    form = MEDIUM_FORMS[what](bool(words), request.POST or None, request.FILES or None, initial={"words": words})
    if form.is_valid() and _has_room(request, form, own):
        _add(request, form, own, what)
        messages.success(request, _("Kept. Only you have it until you send the story."))
        return redirect("library:writing", own.pk)
    there = [each for each in illustrated.of_writing(own) if each.is_sound == (what != PICTURE)]
    shown = {"form": form, "writing": own, "what": what, "media": there}
    return render(request, "library/illustrate.html", shown, status=422 if form.is_bound else 200)


def _own_story(request: PersonRequest, writing_id: UUID, what: str) -> Writing:
    own = own_writing(request, writing_id)
    if what not in MEDIUM_FORMS:
        raise Http404
    require(rules.may_illustrate, request.user, own)
    return own


def _has_room(request: PersonRequest, form: MediumForm, own: Writing) -> bool:
    if rules.has_room_for(request.user, own):
        return True
    form.add_error(None, _("That is as many pictures and sounds as we can keep for you. You can take one away first."))
    return False


def _add(request: PersonRequest, form: MediumForm, own: Writing, what: str) -> None:
    words = form.cleaned_data["words"]
    if what == PICTURE:
        actions.add_picture(by=request.user, writing=own, words=words, sizes=form.found)
    else:
        actions.add_sound(by=request.user, writing=own, words=words, sound=form.found)


@allow(is_peer)
@require_POST
def leave_out(request: PersonRequest, writing_id: UUID, what: str) -> HttpResponse:
    """Take it away again."""
    own = _own_story(request, writing_id, what)
    actions.leave_out(by=request.user, writing=own, what=what)
    messages.success(request, _("It is gone."))
    return redirect("library:writing", own.pk)


@allow(is_peer)
@require_safe
def own_file(request: PersonRequest, writing_id: UUID, of: str) -> HttpResponse:
    """Send a file to whoever gave it."""
    rows = WrittenFile.objects.visible_to(request.user)
    file = get_object_or_404(rows, writing=writing_id, of=of)
    return sent(request, file.read, file.size, file.content_type)


@allow(reads_for_others)
@require_safe
def reading_file(request: PersonRequest, reading_id: UUID, of: str) -> HttpResponse:
    """Send a file of what waits to be read by this person."""
    rows = WrittenFile.objects.readable_by(request.user)
    file = get_object_or_404(rows, writing__readings=reading_id, of=of)
    return sent(request, file.read, file.size, file.content_type)


@public
@require_safe
def file(request: HttpRequest, slug: str, of: str) -> HttpResponse:
    """Send everybody’s copy; a browser that keeps it asks each time whether it is still there."""
    found = get_object_or_404(CardFile.objects.public(), card__slug=slug, of=of)
    mark = f'"{keys.token(str(found.pk), purpose="library.file")}"'
    answer = sent(request, found.read, found.size, found.content_type, mark)
    patch_cache_control(answer, no_cache=True, private=True)
    return answer
