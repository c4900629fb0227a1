import os
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from sample import BANK
from zhu_quiz.cli.writing import replace_file
from zhu_quiz.model.problem import QuizError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights, links and pipes are those of Unix")
_MENDABLE = BANK.replace("ask: Which", "ask: One: which", 1)
_LOCK = "format zhu-quiz-lock/1\nbank planets\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "bank.yaml"
    path.write_bytes(b"old")
    return path


def test_a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it(path: Path) -> None:
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in path.parent.iterdir()] == ["bank.yaml"]


def test_what_an_editor_saved_meanwhile_is_not_overwritten(path: Path) -> None:
    with pytest.raises(QuizError, match="saved by another program meanwhile"):
        replace_file(path, b"new", instead_of=b"older")
    assert path.read_bytes() == b"old"


def test_a_file_that_came_or_went_meanwhile_is_left_so(path: Path) -> None:
    with pytest.raises(QuizError, match="meanwhile"):
        replace_file(path, b"new", instead_of=b"")
    path.unlink()
    with pytest.raises(QuizError, match="meanwhile"):
        replace_file(path, b"new", instead_of=b"old")
    assert not path.exists()
    replace_file(path, b"new", instead_of=b"")
    assert path.read_bytes() == b"new"


def test_a_file_that_may_not_be_written_stays_as_it_was(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(QuizError, match="may be read but not changed"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_links_that_lead_nowhere_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(QuizError, match="cannot be written: too many levels"):
        replace_file(tmp_path / "a", b"new")


def test_a_link_to_a_file_that_is_still_missing_makes_that_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "there")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"new"


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    replace_file(tmp_path / "new", b"new")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_another_name_of_the_file_keeps_what_it_held(path: Path, tmp_path: Path) -> None:
    os.link(path, tmp_path / "backup")
    replace_file(path, b"new")
    assert (tmp_path / "backup").read_bytes() == b"old"


def test_what_is_no_plain_file_is_written_into(tmp_path: Path) -> None:
    pipe, heard = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    replace_file(pipe, b"new")
    reader.join()
    assert heard == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(QuizError, match="no plain file"):
        replace_file(pipe, b"new", instead_of=b"old")


@pytest.mark.parametrize(
    ("command", "begin"), [(["schema"], b"{\n"), (["export", "anki"], b"PK")], ids=["text", "package"]
)
def test_a_command_can_write_to_its_output(
    home: Path, environment: dict[str, str], command: list[str], begin: bytes
) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "zhu_quiz", *command, "-o", "/dev/stdout"],
        cwd=home, env=environment, capture_output=True, check=True,
    )  # fmt: skip
    assert told.stdout.startswith(begin)


def test_a_save_during_a_mend_is_kept(home: Path, environment: dict[str, str]) -> None:
    bank, lock = home / "questions.yaml", home / "decks" / "questions.lock"
    bank.write_text(_MENDABLE, encoding="utf-8")
    lock.parent.mkdir()
    os.mkfifo(lock)
    mending = subprocess.Popen(
        [sys.executable, "-m", "zhu_quiz", "check", "--fix"],
        cwd=home, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    with lock.open("w") as file:  # It opens when the bank was read and the lock is asked for.
        bank.write_text(BANK + "# saved\n", encoding="utf-8")
        file.write(_LOCK)
    _, errors = mending.communicate(timeout=60)
    assert mending.returncode == 1
    assert "saved by another program meanwhile" in errors
    assert bank.read_text(encoding="utf-8").endswith("# saved\n")
