"""Tags of the components. They are builtins: no template needs to load them."""

import json
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.forms import BoundField
from django.template import Context, Engine, defaultfilters
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beenthere.core import days, icons, pages, slots
from beenthere.core.forms import sentences_of

register = template.Library()

# What says who is looking. A slot on a page of opportunities must not know it (promise 2).
_OF_THE_PERSON = {"user", "perms", "request", "messages", "page"}


MB = 1_000_000
_ENDS_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str) -> SafeString:
    """Show what upper apps put here, with the page's own context but without the person."""
    shared = {str(key): value for key, value in context.flatten().items() if key not in _OF_THE_PERSON}
    pieces = [Engine.get_default().get_template(path).render(context.new(shared)) for path in slots.fillings(name)]
    return mark_safe("".join(pieces))


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> str:
    """Django's own tag, and beside it for whom this page was made (core/pages.py)."""
    token, user = context.get("csrf_token"), context.get("user")
    if not token:
        return ""
    field = '<input type="hidden" name="{}" value="{}">'
    inputs = [("csrfmiddlewaretoken", token)]
    if user is not None and user.is_authenticated:
        inputs.append((pages.MARK_FIELD, pages.mark_of(user.pk)))
    return format_html_join("", field, inputs)


@register.simple_tag(takes_context=True)
def again(context: Context, block: str) -> str:
    """Show a block of this page a second time: the title as the heading."""
    blocks = context.render_context[BLOCK_CONTEXT_KEY]
    return str(blocks.get_block(block).render(context))


@register.filter(expects_localtime=True)
def date(value: Any, form: str | None = None) -> str:
    """Django's own filter; in French the first of a month is “1er”."""
    return days.said(defaultfilters.date(value, form))


@register.filter
def as_said(text: str) -> str:
    """The date that a source gives, in words."""
    return days.as_said(text)


@register.filter
def may_break(title: str) -> str:
    """Let a line end after a stroke: “Cuisiniers/cuisinières” is two words, to a narrow screen one long one."""
    return title.replace("/", "/\u200b")


@register.simple_tag
def foreign(text: str, language: str) -> str:
    """Mark text in another language than the page's, for eyes and for screen readers."""
    if not text or not language or language == get_language():
        return text
    names = {"en": _("in English"), "fr": _("in French")}
    mark = format_html(' <span class="foreign-mark">({})</span>', names[language]) if language in names else ""
    return format_html('<span lang="{}">{}</span>{}', language, text, mark)


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the drawings of core.icons."""
    return icons.draw(name)


@register.filter
def plain_errors(field: BoundField) -> list[str]:
    """The errors of a field as sentences that say what to do."""
    return sentences_of(field)


@register.filter
def target(field: BoundField) -> str:
    """The id to which a link in the error summary leads."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.auto_id


@register.filter
def shows_optional(field: BoundField) -> bool:
    """Whether to say that a field may stay empty; a form may say it once for all of its fields."""
    return not field.field.required and not getattr(field.form, "all_optional", False)


@register.filter
def letter(name: str) -> str:
    """The letter that stands for a person where others would ask for a photo."""
    return name.strip()[:1].upper() or "·"


@register.filter
def upto(number: int) -> range:
    """1, 2, … up to the number."""
    return range(1, int(number) + 1)


@register.filter
def site(address: str) -> str:
    """The bare site of an address: “example.org” of “https://www.example.org/page”."""
    try:
        return urlsplit(address).netloc.removeprefix("www.") or address
    except ValueError:  # “http://[”, as somebody may have typed it
        return address


@register.filter
def weight(size: int) -> str:
    """How large a file is, as phones tell it: “2.1 MB”, « 2,1 Mo »."""
    if size < MB:
        return _("%(number)s kB") % {"number": max(round(size / 1000), 1)}
    return _("%(number)s MB") % {"number": number_format(round(size / MB, 1), 1)}


@register.simple_tag
def linked_data(data: Any) -> SafeString:
    """Facts for search engines (JSON-LD): data that no browser runs, escaped so that nothing in it can end it."""
    words = json.dumps(data, ensure_ascii=False).translate(_ENDS_A_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(words))
