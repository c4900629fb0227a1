"""Asking AnkiConnect: JSON by HTTP, version 6 of its interface. What can go wrong is said in plain sentences."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from ...model.clean import clean
from ...model.problem import QuizError

VERSION = 6
PATIENCE = 60.0
"""Seconds; Anki answers between two of its own tasks."""
_ALL_AT_ONCE = 100
_MOST_BYTES = 256 * 1024 * 1024

_MISSING = (
    "Nothing answers at {url}: Anki is not running, or its add-on AnkiConnect is missing. Start Anki; to get the "
    "add-on, choose Tools → Add-ons → Get Add-ons there, enter 2055492159, and start Anki anew."
)
_STRANGER = (
    "What answers at {url} is not AnkiConnect. Name its address with --url, or stop the other program."
)
_OLD = "The AnkiConnect at {url} is too old. In Anki choose Tools → Add-ons → Check for Updates."
_SLOW = "Anki did not answer within {seconds:.0f} seconds. Close its open dialogs, then try again."
_DENIED = "AnkiConnect at {url} does not let this program in. Allow it in Anki: Tools → Add-ons → AnkiConnect → Config."
_KEY = (
    "AnkiConnect at {url} wants its own key. Set ZHU_QUIZ_ANKI_KEY to the apiKey from its Config, "
    "or unset it where that says null."
)
_CLOSED = "No profile is open in Anki. Choose one there, then try again."


T = TypeVar("T")


class Refused(QuizError):
    """Anki could not do it."""


@dataclass(frozen=True)
class AnkiConnect:
    url: str
    key: str = ""
    patience: float = PATIENCE
    # Without the proxies of the environment, which have no way to this machine.
    _opener: OpenerDirector = field(default_factory=lambda: build_opener(ProxyHandler({})), repr=False)

    def greet(self) -> None:
        """Raises `QuizError` where there is no AnkiConnect that can be used."""
        if not re.match(r"https?://[^/]", self.url):
            raise QuizError(f"{clean(self.url)} is no address of AnkiConnect. One begins with http://.")
        try:
            met = self.ask("requestPermission")
        except Refused as error:
            raise QuizError(self._told(_OLD)) from error
        if not isinstance(met, dict) or met.get("permission") not in ("granted", "denied"):
            raise QuizError(self._told(_STRANGER))
        if met["permission"] == "denied":
            raise QuizError(self._told(_DENIED))
        if met.get("requireApikey", met.get("requireApiKey")) and not self.key:
            raise QuizError(self._told(_KEY))
        if not isinstance(met.get("version"), int) or met["version"] < VERSION:
            raise QuizError(self._told(_OLD))

    def ask(self, action: str, *, patience: float | None = None, **parameters: Any) -> Any:
        """The result. Raises `Refused` where Anki names an error."""
        return self._result(action, self._post(self._request(action, parameters), patience or self.patience))

    def ask_all(self, action: str, each: Iterable[dict[str, Any]]) -> Iterator[Any]:
        """The results of the same action with many parameters, each in its turn."""
        for some in _parts(list(each)):
            answers = self.ask("multi", actions=[self._request(action, parameters) for parameters in some])
            if not isinstance(answers, list) or len(answers) != len(some):
                raise QuizError(self._told(_STRANGER))
            for answer in answers:
                yield self._result(action, answer)

    def list_of(self, action: str, name: str, values: Sequence[int]) -> Iterator[Any]:
        """What a list of numbers gives, asked for in parts: a long answer holds up Anki."""
        for some in _parts(values):
            parameters: dict[str, Any] = {name: [*some]}
            yield self.ask(action, **parameters)

    def _request(self, action: str, parameters: dict[str, Any]) -> dict[str, Any]:
        key = {"key": self.key} if self.key else {}
        return {"action": action, "version": VERSION, "params": parameters, **key}

    def _post(self, request: dict[str, Any], patience: float) -> Any:
        body = json.dumps(request).encode()
        try:
            posted = Request(self.url, body, {"Content-Type": "application/json"})
            with self._opener.open(posted, timeout=patience) as answer:
                return json.loads(answer.read(_MOST_BYTES))
        except HTTPError as error:
            raise QuizError(self._told(_DENIED if error.code in (401, 403) else _STRANGER)) from error
        except TimeoutError as error:
            raise QuizError(_SLOW.format(seconds=patience)) from error
        except URLError as error:
            told = (
                _SLOW.format(seconds=patience)
                if isinstance(error.reason, TimeoutError)
                else self._told(_MISSING)
            )
            raise QuizError(told) from error
        except OSError as error:
            raise QuizError(self._told(_MISSING)) from error
        except (HTTPException, ValueError, RecursionError) as error:
            raise QuizError(self._told(_STRANGER)) from error

    def _result(self, action: str, answer: Any) -> Any:
        if not isinstance(answer, dict) or not {"result", "error"} <= answer.keys():
            raise QuizError(self._told(_STRANGER))
        error = answer["error"]
        if error is None:
            return answer["result"]
        if "api key" in str(error):
            raise QuizError(self._told(_KEY))
        if "collection is not available" in str(error):
            raise QuizError(_CLOSED)
        if error == "unsupported action":
            raise Refused(self._told(_OLD))
        raise Refused(f"Anki could not do {action}: {clean(' '.join(str(error).split()), 300)}")

    def _told(self, sentence: str) -> str:
        return sentence.format(url=clean(self.url))


@contextmanager
def understood() -> Iterator[None]:
    """While an answer is read. Raises `QuizError` where it is not what AnkiConnect is known to say."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise QuizError(
            "This AnkiConnect answers in a way that zhu-quiz does not know. Update both."
        ) from error


def numbers(told: Any) -> list[int]:
    """To be read where it is `understood`; no number of Anki's has more than 63 bits."""
    found = [int(each) for each in told]
    if any(abs(each) >= 1 << 63 for each in found):
        raise ValueError("a number that Anki cannot hold")
    return found


def present(told: Any) -> Iterable[Any]:
    """To be read where it is `understood`; an empty answer stands for what was deleted meanwhile."""
    return filter(None, told)


def _parts(each: Sequence[T]) -> Iterator[Sequence[T]]:
    return (each[start : start + _ALL_AT_ONCE] for start in range(0, len(each), _ALL_AT_ONCE))
