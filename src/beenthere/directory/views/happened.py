"""What happened at a service, told by whoever went; and the letter that somebody sends themselves."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from beenthere.core import limits
from beenthere.core.access import allow, public
from beenthere.directory import actions
from beenthere.directory.forms import LetterForm
from beenthere.directory.happened import mine
from beenthere.directory.models import Service, What
from beenthere.directory.rules import may_tell
from beenthere.directory.shown_services import complete, shown
from beenthere.people.requests import PersonRequest


@allow(may_tell)
@limits.limited(limits.WRITING)
@require_http_methods(["GET", "HEAD", "POST"])
def what_happened(request: PersonRequest, slug: str) -> HttpResponse:
    """Tell what happened to oneself there, change that, or take it back."""
    service, what = get_object_or_404(Service.objects.public(), slug=slug), request.POST.get("what", "")
    if what in What.values:
        actions.tell_what_happened(by=request.user, service=service, what=what)
        messages.success(request, _("Thank you. It is counted with what others told, never by itself."))
        return redirect(service)
    if what == "nothing":
        actions.take_back_what_happened(by=request.user, service=service)
        messages.success(request, _("Taken back."))
        return redirect(service)
    told = mine(request.user, service)
    words = {"service": service, "shown": shown(service), "choices": What.choices}
    return render(request, "directory/what_happened.html", words | {"told": told.told["what"] if told else ""})


@public
@never_cache
@limits.limited(limits.WRITING)
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a letter of what is ticked, to print or to send oneself. Nothing of it is kept."""
    service = get_object_or_404(complete(Service.objects.public()), slug=slug)
    form = LetterForm(request.POST or None)
    words = {"service": service, "shown": shown(service), "form": form}
    if not form.is_valid():
        return render(request, "directory/letter_form.html", words, status=422 if form.is_bound else 200)
    words |= {"told": form.cleaned_data, "sentences": form.sentences()}
    if service.email:
        words["mail"] = f"mailto:{service.email}?subject={quote(shown(service).name)}&body={quote(_body(form))}"
    return render(request, "directory/letter.html", words)


def _body(form: LetterForm) -> str:
    told = form.cleaned_data
    reach = _("You can reach me here: %(reach)s") % {"reach": told["reach"]} if told["reach"] else ""
    need = _("This is what I am looking for:") + "\n" + told["need"] if told["need"] else ""
    return "\n\n".join(filter(None, [_("Hello,"), need, *form.sentences(), reach, told["name"]]))
