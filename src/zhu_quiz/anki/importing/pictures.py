"""Pictures of a package that go along: real ones alone, named after what they show, within bounds."""

from hashlib import sha256
from urllib.parse import unquote

from ...model.problem import QuizError
from ..picture import NotTaken, form_of
from ..reading import Package
from ..writing.media import MOST_OF_ONE, MOST_TOGETHER


class PackedPictures:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._names: dict[str, str] = {}
        self._bytes = 0
        self.of_package: dict[str, str] = {}
        """What a picture is called in the package, by the name that it is given."""

    def name(self, file: str) -> str:
        """What the picture is called from now on; empty where there is none, or none that may go along."""
        if file not in self._names:
            self._names[file] = self._take(file)
        return self._names[file]

    def content(self, name: str) -> bytes:
        return self._package.medium(self.of_package[name])

    def _take(self, file: str) -> str:
        sizes = self._package.media
        found = next((each for each in (file, unquote(file)) if each in sizes), None)
        if found is None or sizes[found] > MOST_OF_ONE or self._bytes + sizes[found] > MOST_TOGETHER:
            return ""
        try:
            content = self._package.medium(found)
            if len(content) > MOST_OF_ONE:
                return ""
            name = f"{sha256(content).hexdigest()[:16]}.{form_of(content)}"
        except (NotTaken, QuizError):
            return ""
        self._bytes += len(content)
        self.of_package[name] = found
        return name
