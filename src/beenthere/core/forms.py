"""How forms look and speak: one renderer for all, native date fields, errors that say what to do."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class UiField(forms.BoundField):
    """A field that lets people type too much and then tells them, and that no browser fills in for the next person."""

    def as_widget(
        self, widget: forms.Widget | None = None, attrs: dict[str, Any] | None = None, only_initial: bool = False
    ) -> SafeString:
        shown = widget or self.field.widget
        shown.attrs.pop("maxlength", None)
        if getattr(shown, "input_type", "") in {"text", "number", "date"}:
            # Browsers offer what was typed into a field of this name to whoever types into it next.
            shown.attrs.setdefault("autocomplete", "off")
        return super().as_widget(widget, attrs, only_initial)


class UiRenderer(TemplatesSetting):
    """Renders every form of the site with the templates in core/templates/ui/."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
    bound_field_class = UiField


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day, typed or picked."""

    widget = DayInput


def sentences_of(field: forms.BoundField) -> list[str]:
    """The errors of a field, each as a sentence that says what to do."""
    found = field.form.errors.get(field.name)
    if found is None:
        return []
    errors: list[ValidationError] = found.as_data()
    return [sentence for error in errors for sentence in _sentences(error, field.field)]


def _sentences(error: ValidationError, field: forms.Field) -> list[str]:
    if _is_djangos_own(error, field):
        plain = _plain(error, field)
        if plain:
            return [plain]
    return list(error.messages)


def _is_djangos_own(error: ValidationError, field: forms.Field) -> bool:
    """Whether nobody of ours wrote this message: it stands where Django put it."""
    if error.code in {"max_length", "min_value", "max_value"}:
        return isinstance(error.params, dict) and "limit_value" in error.params
    for kind in type(field).__mro__:
        if not kind.__module__.startswith("django."):
            continue
        default = getattr(kind, "default_error_messages", {}).get(error.code)
        if isinstance(default, str | Promise) and str(default) == str(error.message):
            return True
    return False


def _plain(error: ValidationError, field: forms.Field) -> str:
    limit = (error.params or {}).get("limit_value")
    match error.code:
        case "required":
            return _required(field)
        case "max_length" if isinstance(limit, int):
            over = int((error.params or {})["show_value"]) - limit
            return ngettext(
                "This is %(over)d letter too long. Please shorten it a little.",
                "This is %(over)d letters too long. Please shorten it a little.",
                over,
            ) % {"over": over}
        case "min_value":
            return _("Please write a number from %(limit)s up.") % {"limit": limit}
        case "max_value":
            return _("Please write a number up to %(limit)s.") % {"limit": limit}
        case "invalid" if isinstance(field, forms.DateField):
            return _("Please write a day like 2027-03-01 (year, month, day).")
        case "invalid" if isinstance(field, forms.IntegerField):
            return _("Please write a number, in digits.")
        case "invalid_choice" | "invalid_list":
            return _("Please choose one of the answers shown here.")
    return ""


def _required(field: forms.Field) -> str:
    if isinstance(field, forms.BooleanField):
        return _("Please tick this to go on.")
    if isinstance(field, forms.ChoiceField | forms.MultipleChoiceField):
        return _("Please choose an answer.")
    return _("Please write something here.")
