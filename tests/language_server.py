"""An editor that sees a bank through the eyes of yaml-language-server, as VS Code and its kin do."""

import json
import queue
import subprocess
import threading
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

CURSOR = "‸"
SETTINGS = {
    "yaml": {
        "validate": True, "hover": True, "completion": True, "hoverSchemaSource": False,
        "schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False},
    }
}  # fmt: skip
PATIENCE_S = 60


class Found(NamedTuple):
    line: int
    text: str
    """What is underlined."""
    message: str


class Editor:
    """A folder with one document open at a time."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._inbox: queue.Queue[dict[str, Any]] = queue.Queue()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=CAPABILITIES)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=SETTINGS)

    def close(self) -> None:
        self._ask("shutdown")
        self._tell("exit")
        self._process.wait(PATIENCE_S)

    def problems(self, text: str) -> list[Found]:
        """What is underlined in a bank, and the words that appear over it."""
        uri = self._open(text)
        while True:
            message = self._inbox.get(timeout=PATIENCE_S)
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return [_found(each, text) for each in message["params"]["diagnostics"]]

    def offers(self, text: str) -> dict[str, str]:
        """What the editor offers at the cursor: labels, and what each would write."""
        found = self._at_cursor("textDocument/completion", text)
        return {
            each["label"]: each.get("textEdit", {}).get("newText", each.get("insertText", ""))
            for each in (found["items"] if isinstance(found, dict) else found)
        }

    def hover(self, text: str) -> str:
        found = self._at_cursor("textDocument/hover", text)
        return found["contents"]["value"] if found else ""

    def _at_cursor(self, method: str, text: str) -> Any:
        before, _, after = text.partition(CURSOR)
        uri = self._open(before + after)
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self._ask(method, textDocument={"uri": uri}, position=position)

    def _open(self, text: str) -> str:
        uri = (self._folder / f"questions-{next(self._numbers)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return uri

    def _tell(self, method: str, **params: Any) -> None:
        self._send(method=method, params=params)

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._send(id=number, method=method, params=params)
        while True:
            message = self._inbox.get(timeout=PATIENCE_S)
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._inbox.put(json.loads(stream.read(length)))


CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    }
}


def _found(diagnostic: dict[str, Any], text: str) -> Found:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    line = text.split("\n")[start["line"]]
    stop = end["character"] if end["line"] == start["line"] else len(line)
    return Found(start["line"] + 1, line[start["character"] : stop], diagnostic["message"])
