"""Whatever answers in AnkiConnect's place, or does not, is told in plain sentences."""

import socket
from collections.abc import Callable
from typing import Any

import pytest

from anki_connect import listening
from zhu_quiz.anki.connect.client import AnkiConnect, Refused
from zhu_quiz.model.problem import QuizError

GRANTED = {"permission": "granted", "requireApikey": False, "version": 6}


def saying(result: Any, error: str | None = None) -> Callable[[Any], Any]:
    return lambda request: {"result": result, "error": error}


def test_an_anki_connect_of_today_is_welcome() -> None:
    with listening(saying(GRANTED)) as url:
        AnkiConnect(url).greet()


def test_where_nothing_answers_it_says_what_to_install() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(QuizError, match=r"Anki is not running.*2055492159"):
        AnkiConnect(url).greet()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda request: b"<html>hello</html>", "is not AnkiConnect"),
        (lambda request: b"\xff\xfe", "is not AnkiConnect"),
        (lambda request: b"[" * 100_000, "is not AnkiConnect"),
        (lambda request: None, "is not AnkiConnect"),
        (lambda request: ["result"], "is not AnkiConnect"),
        (saying("AnkiConnect"), "is not AnkiConnect"),
        (saying({"permission": "perhaps"}), "is not AnkiConnect"),
        (saying({"permission": "denied"}), "does not let this program in"),
        (saying({**GRANTED, "version": 5}), "too old"),
        (saying({**GRANTED, "version": "6"}), "too old"),
        (saying(None, "unsupported action"), "too old"),
        (saying({**GRANTED, "requireApikey": True}), "ZHU_QUIZ_ANKI_KEY"),
        (saying(None, "valid api key must be provided"), "ZHU_QUIZ_ANKI_KEY"),
    ],
)
def test_another_answer_is_told(answer: Callable[[Any], Any], told: str) -> None:
    with listening(answer) as url, pytest.raises(QuizError, match=told):
        AnkiConnect(url).greet()


@pytest.mark.parametrize(
    ("status", "told"), [(403, "does not let"), (404, "is not Anki"), (500, "is not Anki")]
)
def test_a_refusal_by_http_is_told(status: int, told: str) -> None:
    with listening(saying(GRANTED), status) as url, pytest.raises(QuizError, match=told):
        AnkiConnect(url).greet()


def test_who_is_too_slow_is_not_waited_for() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(QuizError, match="did not answer within"):
            AnkiConnect(f"http://127.0.0.1:{silent.getsockname()[1]}", patience=0.2).greet()


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "127.0.0.1:8765", "", "http://", "http://[", "gopher://x"]
)
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(QuizError):
        AnkiConnect(url).greet()


def test_what_anki_cannot_do_is_told_in_its_words_without_controls() -> None:
    with listening(saying(None, "no\x1b[2J such deck")) as url, pytest.raises(Refused) as told:
        AnkiConnect(url).ask("findCards", query="x")
    assert str(told.value) == "Anki could not do findCards: no\ufffd[2J such deck"


def test_a_closed_profile_is_told() -> None:
    closed = listening(saying(None, "collection is not available"))
    with closed as url, pytest.raises(QuizError, match="No profile is open"):
        AnkiConnect(url).ask("findCards", query="x")


def test_every_request_bears_the_key_those_inside_of_others_too() -> None:
    asked = []

    def answer(request: Any) -> Any:
        asked.append(request)
        done = [{"result": True, "error": None} for _ in request["params"].get("actions", [])]
        return {"result": done, "error": None}

    with listening(answer) as url:
        list(AnkiConnect(url, "secret").ask_all("suspend", [{"cards": [1]}, {"cards": [2]}]))
    (request,) = asked
    assert request["key"] == "secret"
    assert [each["key"] for each in request["params"]["actions"]] == ["secret", "secret"]


def test_an_error_in_the_middle_of_many_is_an_error() -> None:
    told = [{"result": True, "error": None}, {"result": None, "error": "broken"}]
    with listening(saying(told)) as url, pytest.raises(Refused, match="broken"):
        list(AnkiConnect(url).ask_all("suspend", [{"cards": [1]}, {"cards": [2]}]))
