"""A widget for every prompt. The set is closed: a new prompt needs a file here."""

from typing import Any

from ...model.prompt import Arrange, FillGaps, Pair, PickMany, PickOne, Prompt, Recall, TypeText
from ..strikes import Strikes
from .arrange import ArrangeForm
from .fill_gaps import FillGapsForm
from .form import Form
from .pair import PairForm
from .pick_many import PickManyForm
from .pick_one import PickOneForm
from .recall import RecallForm
from .type_text import TypeTextForm

FORMS: dict[type[Prompt], type[Form[Any]]] = {
    PickOne: PickOneForm,
    PickMany: PickManyForm,
    TypeText: TypeTextForm,
    FillGaps: FillGapsForm,
    Arrange: ArrangeForm,
    Pair: PairForm,
    Recall: RecallForm,
}


def form(prompt: Prompt, strikes: Strikes) -> Form[Any]:
    """The widget that asks a prompt."""
    return FORMS[type(prompt)](prompt, strikes)
