"""Study days: the unit in which forgetting is counted."""

from datetime import date

from ..model.moment import Moment

_EPOCH = date(1970, 1, 1).toordinal()


def study_day(moment: Moment, cutoff_hour: int = 4) -> int:
    """Ordinal of the local date, which begins at the cut-off hour: a late evening still belongs to its day.

    Differences of these numbers do not stumble over clock changes, as differences of hours do."""
    minutes = moment.at_ms // 60_000 + moment.offset_minutes - cutoff_hour * 60
    return _EPOCH + minutes // 1440
