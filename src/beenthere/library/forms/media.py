"""What may be put beside a story: a picture or a sound, and its words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from beenthere.core.media import pictures, sounds
from beenthere.core.media.refused import NotTaken, Why
from beenthere.library.models.media import PICTURE, SOUND

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = max(pictures.MOST_BYTES, sounds.MOST_BYTES)
WHY: dict[Why, Any] = {
    Why.TOO_LARGE: _("This file is too large: we take up to 10 MB. Your words are still here."),
    Why.TOO_MANY_DOTS: _("This picture has more dots than we can take. A smaller one of it will do."),
    Why.MORE_THAN_SOUND: _("There is more than sound in this file, such as a film. Please give the sound alone."),
}


class MediumForm(forms.Form):
    """One file with its words. A new file is written anew; without one, only the words change."""

    ENDINGS: ClassVar[str]
    KINDS: ClassVar[Any]
    BROKEN: ClassVar[Any]
    anew: Callable[[bytes], Any]
    found: Any = None

    file = forms.FileField(label=_("The file"), required=False, allow_empty_file=True, max_length=200)
    words: forms.CharField

    def __init__(self, there: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["words", "file"])  # of a file that is cut off on its way, the words have come
        self.fields["file"].required = not there
        self.fields["file"].widget.attrs["accept"] = self.ENDINGS
        self.fields["file"].help_text = (
            _("Choose one only if you want another than the one that is there.") if there else self.KINDS
        )

    def clean_file(self) -> "UploadedFile[bytes] | None":
        """Write the file anew, or say in a sentence why it is not taken."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is None:
            return None
        try:
            if (file.size or 0) > MOST_BYTES:  # it arrived empty, with its size
                raise NotTaken(Why.TOO_LARGE)
            self.found = type(self).anew(file.read())
        except NotTaken as refused:
            raise ValidationError(WHY.get(refused.why) or self._why(refused.why)) from refused
        return file

    def _why(self, why: Why) -> Any:
        return self.KINDS if why == Why.KIND else self.BROKEN


class PictureForm(MediumForm):
    """A picture and what one sees on it."""

    ENDINGS = ".jpg,.jpeg,.png,.webp,image/jpeg,image/png,image/webp"
    KINDS = _("A picture as JPEG, PNG or WebP, up to 10 MB.")
    BROKEN = _("We could not read this picture. Saved anew by another program, it may work.")
    anew = staticmethod(pictures.written_anew)

    words = forms.CharField(
        label=_("What is to be seen?"),
        help_text=_("For whoever cannot see it or loads no pictures, in the language of your story."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )


class SoundForm(MediumForm):
    """A sound and what is said in it."""

    ENDINGS = ".mp3,.m4a,.ogg,.oga,.opus,.wav,audio/mpeg,audio/mp4,audio/ogg,audio/wav"
    KINDS = _("A sound as MP3, M4A, Ogg or WAV, up to 10 MB: about ten minutes of talking as MP3.")
    BROKEN = _("We could not read this sound. Saved anew by another program, it may work.")
    anew = staticmethod(sounds.written_anew)

    words = forms.CharField(
        label=_("What is said, or to be heard?"),
        help_text=_("Word for word, or what matters of it, in the language of your story: for whoever cannot hear it."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=8000,
    )


MEDIUM_FORMS: dict[str, type[MediumForm]] = {PICTURE: PictureForm, SOUND: SoundForm}
