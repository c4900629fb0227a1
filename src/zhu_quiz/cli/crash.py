"""What to say when the program itself is at fault."""

import tempfile
import traceback
from pathlib import Path


def apology() -> str:
    """Keeps the traceback in a file and says where, so that it can be reported."""
    report = Path(tempfile.mkdtemp(prefix="zhu-quiz-")) / "crash.txt"
    report.write_text(traceback.format_exc(), encoding="utf-8")
    return (
        "zhu-quiz: This is a mistake in the program, not yours. Every answer you gave is saved.\n"
        f"What happened is written in {report}; please attach it when you report this."
    )
