"""The language server that editors ask about YAML, where it is installed."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from language_server import Editor
from zhu_quiz.teach.telling.schema import schema_text

SERVER = ".venv/yaml-language-server/node_modules/yaml-language-server/bin/yaml-language-server"


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """In a folder with the schema, as `zhu-quiz schema` writes it."""
    server, node = Path(__file__).parents[2] / SERVER, shutil.which("node")
    if not (server.is_file() and node):
        if os.environ.get("ZHU_QUIZ_REQUIRE_EDITOR") == "1":
            pytest.fail("ZHU_QUIZ_REQUIRE_EDITOR is set, but yaml-language-server is not installed")
        pytest.skip("yaml-language-server is not installed; .ci/run tells how")
    folder = tmp_path_factory.mktemp("editor")
    (folder / "questions.schema.json").write_text(schema_text(), encoding="utf-8")
    editor = Editor([node, str(server), "--stdio"], folder)
    yield editor
    editor.close()
