"""The shape of the progress file, change by change. A released one is never touched."""

from sqlite_utils import Database, Migrations

migrations = Migrations("progress")


@migrations()
def log_and_states(db: Database) -> None:
    _create_log(db)
    _create_states(db)
    setting = {"name": str, "value": str}
    db.table("setting").create(setting, pk="name", not_null=setting, strict=True)
    db.execute("pragma application_id = 0x5A485551")
    db.execute("pragma user_version = 1")


def _create_log(db: Database) -> None:
    needed = {"id": str, "type": str, "bank": str, "at_ms": int, "offset_minutes": int, "study_day": int}
    of_some = {
        "question": str, "side": str, "revision": int, "kind": str, "mode": str,
        "grade": int, "sitting": str, "undoes": str,
    }  # fmt: skip
    last = {"details": str, "crc": int}
    log = db.table("event")
    log.create(needed | of_some | last, pk="id", not_null=(*needed, *last), strict=True)
    log.create_index(("bank", "question", "side"))
    log.create_index(("bank", "study_day"))
    log.create_index(("kind", "id"))
    for column in ("sitting", "undoes"):
        db.execute(f"create index idx_event_{column} on event ({column}) where {column} is not null")
    for change in ("update", "delete"):
        db.execute(f"""
            create trigger event_never_{change}d before {change} on event
            begin select raise(abort, 'The log is only ever added to.'); end
        """)


def _create_states(db: Database) -> None:
    version = {"bank": str, "version": str}
    db.table("state_version").create(version, pk="bank", not_null=version, strict=True)
    needed = {
        "bank": str, "question": str, "side": str,
        "reps": int, "lapses": int, "revision": int, "is_suspended": int, "is_flagged": int,
    }  # fmt: skip
    of_some = {"stability": float, "difficulty": float, "study_day": int, "due_day": int, "buried_day": int}
    db.table("state").create(needed | of_some, pk=("bank", "question", "side"), not_null=needed, strict=True)
