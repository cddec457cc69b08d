"""Set-up on a Python without ensurepip (Debian, Ubuntu): pip comes from the package index, and only the pip that is meant."""

from __future__ import annotations

import hashlib
import importlib.util
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAME, CONTENT = "pip-99.0-py3-none-any.whl", b"a wheel"
RIGHT = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / ".ci" / "bootstrap.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "simple" / "pip").mkdir(parents=True)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / NAME).write_bytes(CONTENT)
    (tmp_path / "simple" / "pip" / "index.html").write_text(f'<a href="../../files/{NAME}#sha256=0">{NAME}</a>')
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}/simple/")
    yield tmp_path
    server.shutdown()
    server.server_close()


def test_the_wheel_is_fetched_from_the_index_that_pip_would_ask(bootstrap: ModuleType, index: Path) -> None:
    wheel = bootstrap.fetch((NAME, RIGHT), index)
    assert wheel.read_bytes() == CONTENT
    assert wheel.name == NAME


def test_another_file_than_the_pinned_one_is_not_kept(bootstrap: ModuleType, index: Path) -> None:
    with pytest.raises(SystemExit, match="not the file it should be"):
        bootstrap.fetch((NAME, "0" * 64), index)
    assert not (index / NAME).exists()


def test_an_index_without_it_is_named(bootstrap: ModuleType, index: Path) -> None:
    with pytest.raises(SystemExit, match=r"127\.0\.0\.1.*does not offer pip-1\.0"):
        bootstrap.fetch(("pip-1.0-py3-none-any.whl", RIGHT), index)


def test_no_network_says_what_to_install(bootstrap: ModuleType, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        bootstrap.fetch((NAME, RIGHT), index)


def test_the_pinned_pip_is_named_with_its_hash(bootstrap: ModuleType) -> None:
    name, sha256 = bootstrap.PIP
    assert name.endswith("-py3-none-any.whl")
    assert len(bytes.fromhex(sha256)) == 32
