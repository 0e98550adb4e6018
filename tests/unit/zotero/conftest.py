"""A stand-in for Zotero's web API on this machine, which refuses what Zotero's documentation says it refuses."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from citekit.export.zotero_schema import zotero_types

Json = dict[str, Any]

KEY = "P9NiFoyLeZu2bZNvvuQPDWsd"
OF_ANY_ITEM = {"itemType", "creators", "tags", "collections", "relations", "key", "version", "parentItem"}
CHILDREN = {"note": {"note"}, "attachment": {"linkMode", "title", "url", "accessDate", "note", "contentType"}}
DATE_OF_ACCESS = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?Z?)?")
PAGE = 100


class Zotero:
    """What the server holds, what it was asked, and what it is told to answer out of turn."""

    def __init__(self) -> None:
        self.items: dict[str, Json] = {}
        self.folders: dict[str, Json] = {}
        self.version = 1
        self.writes: list[tuple[str, int]] = []
        """Path and number of objects of each write request that was let in."""
        self.faults: list[tuple[str, int, dict[str, str]]] = []
        """Method, status and headers of answers to be given instead, each once."""
        self.url = ""

    def works(self) -> list[Json]:
        return [data for data in self.items.values() if "parentItem" not in data]

    def new_key(self) -> str:
        return f"KEY{len(self.items) + len(self.folders):05d}"


def problem_of(data: Json, place: dict[str, Json]) -> tuple[int, str] | None:
    """What Zotero would say against an item, with its code."""
    key = data.get("key")
    if key is not None:
        if "version" not in data:
            return 428, "Item 'version' property must be provided"
        if data["version"] != place[key]["version"]:
            return 412, "Item has been modified since specified version"
        data = {**place[key], **data}
    if "name" in data and "itemType" not in data:
        parent = data.get("parentCollection")
        return None if parent in (False, None) or parent in place else (409, f"Parent collection {parent} not found")
    kind = data.get("itemType", "")
    if kind not in CHILDREN and kind not in zotero_types():
        return 400, f"'{kind}' is not a valid itemType"
    fields = CHILDREN.get(kind) or set(zotero_types()[kind].fields.values())
    for name, value in data.items():
        if name not in fields | OF_ANY_ITEM:
            return 400, f"Invalid property '{name}'"
        if name in fields and not isinstance(value, str):
            return 400, f"'{name}' must be a string"
    if data.get("accessDate") and not DATE_OF_ACCESS.fullmatch(data["accessDate"]):
        return 400, "'accessDate' must be in ISO 8601 or UTC 'YYYY-MM-DD[ hh:mm:ss]' format"
    for creator in data.get("creators", []):
        if creator["creatorType"] not in zotero_types()[kind].creators:
            return 400, f"'{creator['creatorType']}' is not a valid creator type for item type '{kind}'"
        if creator.keys() - {"creatorType"} not in ({"name"}, {"lastName", "firstName"}):
            return 400, "creator object must contain 'firstName'/'lastName' or 'name'"
    if any(tag.keys() - {"tag", "type"} or not tag["tag"] for tag in data.get("tags", [])):
        return 400, "Invalid tag"
    if kind in CHILDREN and not data.get("parentItem"):
        return 400, "the tests send no child without a parent"
    return None


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server  # type: ignore[assignment]

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: object = "", **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        kind = "text/plain" if isinstance(body, str) else "application/json"
        for name, value in {"Content-Type": kind, "Zotero-API-Version": "3", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def place(self) -> dict[str, Json] | None:
        """Where the objects of a request are; a request that may not be made is answered here."""
        zotero = self.server.zotero
        length = int(self.headers.get("Content-Length") or 0)
        self.body = self.rfile.read(length)
        for fault in zotero.faults:
            if fault[0] == self.command:
                zotero.faults.remove(fault)
                self.answer(fault[1], "no", **fault[2])
                return None
        if self.headers.get("Authorization") != f"Bearer {KEY}" and self.headers.get("Zotero-API-Key") != KEY:
            return self.answer(403, "Forbidden")
        if self.headers.get("Zotero-API-Version") != "3":
            return self.answer(400, "the tests speak version 3")
        path = urlsplit(self.path).path.rstrip("/")
        if not path.startswith("/users/123/"):
            return self.answer(404, "Not found")
        return zotero.folders if "/collections" in path else zotero.items

    def do_GET(self) -> None:
        place = self.place()
        if place is None:
            return
        query = parse_qs(urlsplit(self.path).query)
        start, limit = int(query.get("start", ["0"])[0]), min(int(query.get("limit", ["25"])[0]), PAGE)
        found = [data for data in place.values() if not (self.path.count("/top") and "parentItem" in data)]
        headers = {"Total_Results": str(len(found)), "Last_Modified_Version": str(self.server.zotero.version)}
        if start + limit < len(found):
            path = urlsplit(self.path).path
            headers["Link"] = f'<{self.server.zotero.url}{path}?start={start + limit}&limit={limit}>; rel="next"'
        shown = [
            {"key": data["key"], "version": data["version"], "library": {"type": "user", "id": 123}, "data": data}
            for data in found[start : start + limit]
        ]
        self.answer(200, shown, **headers)

    def do_POST(self) -> None:
        place = self.place()
        if place is None:
            return
        zotero = self.server.zotero
        if not (self.headers.get("Zotero-Write-Token") or self.headers.get("If-Unmodified-Since-Version")):
            return self.answer(428, "Precondition required")
        # Older versions of pyzotero leave the type of collections out, which Zotero allows.
        if self.headers.get("Content-Type", "application/json").partition(";")[0] != "application/json":
            return self.answer(400, "the tests send JSON")
        sent = json.loads(self.body)
        if not isinstance(sent, list) or not 0 < len(sent) <= 50:
            return self.answer(413, "Cannot process more than 50 objects at a time")
        zotero.writes.append((urlsplit(self.path).path, len(sent)))
        zotero.version += 1
        answer: dict[str, Json] = {"success": {}, "unchanged": {}, "failed": {}}
        for i, data in enumerate(sent):
            problem = problem_of(data, place)
            if problem is not None:
                answer["failed"][str(i)] = {"code": problem[0], "message": problem[1]}
                continue
            key = data.get("key") or zotero.new_key()
            place[key] = {**place.get(key, {}), **data, "key": key, "version": zotero.version}
            if re.fullmatch(r"[\d-]+ [\d:]+", place[key].get("accessDate", "")):
                place[key]["accessDate"] = place[key]["accessDate"].replace(" ", "T") + "Z"
            answer["success"][str(i)] = key
        self.answer(200, answer, Last_Modified_Version=str(zotero.version))


class Server(ThreadingHTTPServer):
    """The server, and what it holds."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.zotero = Zotero()
        self.zotero.url = f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def zotero(monkeypatch: pytest.MonkeyPatch) -> Iterator[Zotero]:
    """A stand-in that the environment names, with its key and its library."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    monkeypatch.setenv("ZOTERO_API_URL", server.zotero.url)
    monkeypatch.setenv("ZOTERO_API_KEY", KEY)
    monkeypatch.setenv("ZOTERO_LIBRARY", "user:123")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield server.zotero
    server.shutdown()
    server.server_close()
    thread.join()
