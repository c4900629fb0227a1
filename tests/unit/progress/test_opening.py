"""Which files are opened, and how."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from zhu_quiz.model.problem import QuizError
from zhu_quiz.progress import CannotSave, Journal
from zhu_quiz.progress.migrations import log_and_states, migrations
from zhu_quiz.progress.opening import APPLICATION_ID, VERSION, connect, is_on_network, migrate


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"pragma {name}").fetchone()[0]


def edited(path: Path, statement: str) -> Path:
    """A file made by SQLite itself, with one statement."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    return path


def test_what_is_acknowledged_survives_a_power_cut(path: Path) -> None:
    with closing(connect(path)) as connection:
        full = 2
        assert (pragma(connection, "journal_mode"), pragma(connection, "synchronous")) == ("wal", full)


def test_on_a_network_the_journal_is_as_safe_without_a_write_ahead_log(journal: Journal, path: Path) -> None:
    journal.close()
    with closing(connect(path, mounts="server:/home / nfs4 rw 0 0")) as connection:
        extra = 3
        assert (pragma(connection, "journal_mode"), pragma(connection, "synchronous")) == ("delete", extra)


def test_where_sqlite_refuses_a_write_ahead_log_the_journal_is_as_safe() -> None:
    with closing(connect(Path(":memory:"))) as connection:
        extra = 3
        assert (pragma(connection, "journal_mode"), pragma(connection, "synchronous")) == ("memory", extra)


def test_the_file_says_whose_it_is_and_of_which_version(path: Path) -> None:
    with closing(connect(path)) as connection:
        assert pragma(connection, "application_id") == APPLICATION_ID == int.from_bytes(b"ZHUQ")
        assert pragma(connection, "user_version") == VERSION


def test_values_of_another_type_are_refused(path: Path) -> None:
    with (
        closing(connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"),
    ):
        connection.execute(
            "insert into event values ('1', 'ended', 'b', 'soon', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)"
        )


def test_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "share" / "zhu-quiz" / "progress.db"
    with Journal.open(path):
        assert path.is_file()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "share").write_text("")
    with pytest.raises(QuizError, match=r"share cannot be a folder: .* Choose another place"):
        Journal.open(tmp_path / "share" / "progress.db")


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match=r"cannot be opened\. Check that it is a file"):
        Journal.open(tmp_path)


@pytest.mark.parametrize(
    "text", [b"id: us-employer\ntype: choice\n" * 99, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_what_is_no_database_stays_as_it_is(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    with pytest.raises(QuizError, match="damaged or no progress file"):
        Journal.open(path)
    assert path.read_bytes() == text


@pytest.mark.parametrize(
    "statement", ["create table notes (id)", "pragma application_id = 1", "pragma user_version = 11"]
)
def test_a_file_of_another_program_stays_as_it_is(path: Path, statement: str) -> None:
    before = edited(path, statement).read_bytes()
    with pytest.raises(QuizError, match="belongs to another program"):
        Journal.open(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_program_stays_as_it_is(journal: Journal, path: Path) -> None:
    journal.close()
    before = edited(path, f"pragma user_version = {VERSION + 1}").read_bytes()
    with pytest.raises(QuizError, match=r"newer zhu-quiz. Update"):
        Journal.open(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_journal(path: Path) -> None:
    path.touch()
    with Journal.open(path) as journal:
        assert journal.count("zhu") == 0


def test_who_opens_a_new_file_waits_until_another_has_made_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        monkeypatch.setattr("time.sleep", lambda _: other.execute("commit"))
        with Journal.open(path) as journal:
            assert journal.check() == []


def test_who_opens_a_new_file_does_not_wait_for_ever(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(CannotSave, match="Another program is writing"):
            Journal.open(path, patience=0)


later = Migrations(migrations.name)
later(name="log_and_states")(log_and_states)


@later()
def colours(db: Database) -> None:
    db.table("setting").add_column("colour", str)
    db.execute("pragma user_version = 2")


def test_a_migration_keeps_what_was_there_and_a_copy_of_it(journal: Journal, path: Path) -> None:
    journal.set_setting("cutoff_hour", 5)
    migrate(journal._file.connection, path, 1, later)
    assert pragma(journal._file.connection, "user_version") == 2
    assert journal.setting("cutoff_hour") == 5
    with Journal.open(path.with_name("progress-version-1.db")) as copy:
        assert (copy.setting("cutoff_hour"), copy.check()) == (5, [])


def test_who_comes_late_to_a_migration_leaves_the_copy_alone(journal: Journal, path: Path) -> None:
    copy = path.with_name("progress-version-1.db")
    migrate(journal._file.connection, path, 1, later)
    first = copy.read_bytes()
    migrate(journal._file.connection, path, 1, later)
    assert sorted(copy.parent.glob("progress-*")) == [copy]
    assert copy.read_bytes() == first


broken = Migrations(migrations.name)
broken(name="log_and_states")(log_and_states)


@broken()
def halfway(db: Database) -> None:
    db.table("setting").add_column("colour", str)
    raise KeyboardInterrupt


def test_a_migration_that_breaks_off_leaves_all_as_it_was(journal: Journal, path: Path) -> None:
    before = journal._file.connection.execute("select * from sqlite_master").fetchall()
    with pytest.raises(KeyboardInterrupt):
        migrate(journal._file.connection, path, 1, broken)
    assert journal._file.connection.execute("select * from sqlite_master").fetchall() == before


def test_reading_a_journal_does_not_import_sqlite_utils(journal: Journal, path: Path) -> None:
    journal.close()
    look = """if True:
        import pathlib, sys
        from zhu_quiz.progress import CannotSave, Journal
        with Journal.open(pathlib.Path(sys.argv[1])) as journal:
            assert not [*journal.states("zhu"), *journal.events("zhu")]
        print("sqlite_utils" in sys.modules)
    """
    ran = subprocess.run([sys.executable, "-c", look, path], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


MOUNTS = r"""
/dev/vda1 / ext4 rw,relatime 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/vdb1 /home/zhu/local ext4 rw 0 0
//box/my\040files /mnt/my\040files cifs rw 0 0
tmpfs /srv tmpfs rw 0 0
me@host: /srv fuse.sshfs rw 0 0
""".lstrip()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/var/progress.db", False),
        ("/home/zhu/progress.db", True),
        ("/homes/progress.db", False),
        ("/home/zhu/local/progress.db", False),
        ("/mnt/my files/progress.db", True),
        ("/srv/progress.db", True),
    ],
)
def test_a_network_file_system_is_known_by_its_mount(path: str, expected: bool) -> None:
    assert is_on_network(Path(path), MOUNTS) is expected
