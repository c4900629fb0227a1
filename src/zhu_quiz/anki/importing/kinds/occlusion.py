"""Image Occlusion Enhanced: a picture with masks, which no text can stand for."""

from ...reading.values import NoteType, Template
from ..notes import ForeignNote, NotCarried
from . import Kind

_MASKS = {"question mask", "answer mask", "original mask"}


def _read(note: ForeignNote) -> None:
    if len(_MASKS & {name.casefold() for name in note.note_type.fields}) > 1:
        raise NotCarried("pictures with hidden parts (image occlusion)")


KIND = Kind(
    name="Image Occlusion Enhanced",
    rank=1,
    read=_read,
    example=ForeignNote(
        guid="occlusion",
        note_type=NoteType(
            id=5,
            name="Image Occlusion Enhanced",
            fields=("ID (hidden)", "Image", "Question Mask", "Answer Mask", "Original Mask"),
            templates=(Template(name="IO Card", front="{{Image}}{{Question Mask}}", back="{{Answer Mask}}"),),
            is_cloze=False,
        ),
        fields=("1-ao-1", '<img src="a.png">', '<img src="q.svg">', '<img src="a.svg">', '<img src="o.svg">'),
    ),
)
