"""Opening the progress file: whose it is, what shape it has, and how safely the disk keeps it."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.problem import QuizError, reason_of
from .errors import DAMAGED, plainly, primary_code

if TYPE_CHECKING:
    from sqlite_utils import Migrations

APPLICATION_ID = 0x5A485551
"""“ZHUQ”."""
VERSION = 1
"""Of the newest migration."""

NETWORK = {
    "9p", "afs", "ceph", "cifs", "fuse.rclone", "fuse.sshfs", "glusterfs", "nfs", "nfs4", "smb3", "vboxsf",
}  # fmt: skip
"""File systems on which SQLite's write-ahead log is not safe."""


def connect(path: Path, *, patience: float = 10.0, mounts: str | None = None) -> sqlite3.Connection:
    """The file in today's shape, made where there is none. `patience`: seconds to wait for another writer."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise QuizError(
            f"{path.parent} cannot be a folder: {reason_of(error)}. Choose another place."
        ) from error
    with plainly(path):
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            version = _version(connection, path)
            _settle(connection, is_on_network=is_on_network(path.resolve(), mounts), patience=patience)
            if version < VERSION:
                # Imported here: sqlite_utils costs 70 ms, which a file in today's shape need not pay.
                from .migrations import migrations

                migrate(connection, path, version, migrations)
        except BaseException:
            connection.close()
            raise
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """0 for a new file. Raises `QuizError` for one that is not ours or comes from a later program."""
    connection.execute("begin")  # One moment for all three, while another process may be making the file.
    application_id, version, tables = (
        connection.execute(query).fetchone()[0]
        for query in ("pragma application_id", "pragma user_version", "select count(*) from sqlite_master")
    )
    connection.execute("commit")
    if application_id != APPLICATION_ID and (application_id, version, tables) != (0, 0, 0):
        raise QuizError(f"{path} belongs to another program. Choose another file for your progress.")
    if version > VERSION:
        raise QuizError(f"{path} was written by a newer zhu-quiz. Update zhu-quiz to go on with it.")
    return int(version)


def _settle(connection: sqlite3.Connection, *, is_on_network: bool, patience: float) -> None:
    mode = _journal_mode(connection, "delete" if is_on_network else "wal", patience)
    # Python's default, and WAL with NORMAL, lose the last answers in a power cut; these two do not.
    connection.execute(f"pragma synchronous={'full' if mode == 'wal' else 'extra'}")
    # The write-ahead log shrinks again after a long transaction, such as a merge.
    connection.execute("pragma journal_size_limit=1048576")
    connection.execute("pragma foreign_keys=on")
    connection.execute("pragma trusted_schema=off")
    connection.execute("pragma cell_size_check=on")
    connection.execute("pragma mmap_size=0")


def _journal_mode(connection: sqlite3.Connection, wanted: str, patience: float) -> str:
    """The mode that the file has now: another one where the file system cannot do what is wanted."""
    end = time.monotonic() + patience
    while True:
        try:
            return str(connection.execute(f"pragma journal_mode={wanted}").fetchone()[0])
        except sqlite3.OperationalError as error:
            # SQLite itself does not wait here: of six first starts at once, one in twenty failed.
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)


def is_on_network(path: Path, mounts: str | None = None) -> bool:
    """`mounts` as in /proc/mounts, which is read where it is not given."""
    if path.drive.startswith("\\\\"):
        return True
    if mounts is None:
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return False
    holding = [
        (len(mounted.parts), order, kind)
        for order, (_, folder, kind, *_) in enumerate(line.split(" ") for line in mounts.splitlines())
        if path.is_relative_to(mounted := Path(folder.replace("\\040", " ")))
    ]
    return bool(holding) and max(holding)[2] in NETWORK


def migrate(connection: sqlite3.Connection, path: Path, version: int, migrations: "Migrations") -> None:
    """Brings the file from `version` to the newest; a file that held anything is copied first."""
    from sqlite_utils import Database

    if version:
        _keep_copy(connection, path, version)
    database = Database(connection, execute_plugins=False)
    # `apply` looks for what is pending outside its transactions: without this, two first starts collide.
    connection.execute("begin exclusive")
    try:
        migrations.apply(database)
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _keep_copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Beside the file, sound and whole or not at all; none where another process has just migrated it."""
    copy = path.with_name(f"{path.stem}-version-{version}{path.suffix}")
    draft = copy.with_name(f"{copy.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        connection.execute("vacuum into ?", (str(draft),))
        with closing(sqlite3.connect(draft)) as copied:
            found = copied.execute("pragma user_version").fetchone()[0]
            verdict = copied.execute("pragma quick_check").fetchone()[0]
        if verdict != "ok":
            raise QuizError(DAMAGED.format(path=path))
        if found == version:
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            draft.replace(copy)
    finally:
        draft.unlink(missing_ok=True)
