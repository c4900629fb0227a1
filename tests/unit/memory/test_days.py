from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhu_quiz.memory.days import study_day
from zhu_quiz.model.moment import Moment


def moment(local: datetime) -> Moment:
    offset = local.utcoffset() or timedelta()
    return Moment(at_ms=round(local.timestamp() * 1000), offset_minutes=offset // timedelta(minutes=1))


def test_a_late_evening_belongs_to_its_day() -> None:
    at = moment(datetime(2026, 5, 6, 3, 59, 59, tzinfo=UTC))
    assert study_day(at) == datetime(2026, 5, 5).toordinal()


def test_the_day_begins_at_the_cutoff_hour() -> None:
    at = moment(datetime(2026, 5, 6, 4, tzinfo=UTC))
    assert study_day(at) == datetime(2026, 5, 6).toordinal()


def test_the_cutoff_hour_can_be_midnight() -> None:
    at = moment(datetime(2026, 5, 6, 0, 0, 1, tzinfo=UTC))
    assert study_day(at, cutoff_hour=0) == datetime(2026, 5, 6).toordinal()


@pytest.mark.parametrize(
    "zone", ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"]
)
@given(st.integers(0, 364), st.integers(0, 86_399))
def test_a_local_day_is_one_study_day_whatever_the_clocks_do(zone: str, day: int, second: int) -> None:
    tz = ZoneInfo(zone)
    local = datetime(2026, 1, 1, tzinfo=tz) + timedelta(days=day, seconds=second)
    assert study_day(moment(local)) == (local.replace(tzinfo=None) - timedelta(hours=4)).toordinal()


def test_the_night_when_the_clocks_go_back_is_one_day() -> None:
    tz = ZoneInfo("Europe/London")
    before = moment(datetime(2026, 10, 24, 4, 30, tzinfo=tz))
    after = moment(datetime(2026, 10, 25, 10, tzinfo=tz))
    assert study_day(after) - study_day(before) == 1


def test_the_same_instant_falls_on_different_days_around_the_world() -> None:
    at_ms = round(datetime(2026, 5, 6, 12, tzinfo=UTC).timestamp() * 1000)
    kiribati, samoa = Moment(at_ms, 14 * 60), Moment(at_ms, -11 * 60)
    assert study_day(kiribati) - study_day(samoa) == 1


def test_a_moment_before_1970_has_its_day_too() -> None:
    assert study_day(moment(datetime(1969, 12, 31, 12, tzinfo=UTC))) == datetime(1969, 12, 31).toordinal()
