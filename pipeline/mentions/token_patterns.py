"""A user's own token patterns, in the form of spaCy's EntityRuler, over the words of the chosen segmenter.

Files `configs/lexicon/*.jsonl`, one pattern a line:

    {"label": "ORG", "pattern": [{"TEXT": {"REGEX": "^[一-龥]{2,3}$"}}, {"TEXT": "义警队"}], "id": "street patrol"}

Words are cut by jieba, pkuseg or characters, as `[chinese] segmenter` says, so a pattern belongs to a segmenter.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.chinese import Reader
from pipeline.lexicon import Lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.rules.notation import TYPES

if TYPE_CHECKING:
    from spacy.matcher import Matcher


class TokenPatternError(ValueError):
    """A pattern that cannot be used; the message names file, line and what to do."""


def find_token_patterns(text: str, *, lexicon: Lexicon, reader: Reader) -> list[Candidate]:
    """Names that the user's token patterns match in a sentence; the longest of those that overlap.

    Raises TokenPatternError for a pattern that spaCy does not take. Without pattern files nothing is loaded.
    """
    if not lexicon.pattern_files:
        return []
    from spacy.util import filter_spans

    matcher = _matcher(lexicon, reader)
    spans = filter_spans(matcher(reader.nlp.make_doc(text), as_spans=True))
    return [
        Candidate(
            s.start_char, s.end_char, TYPES[s.label_.split("|")[0]], "user's token pattern", 1.0, None, (s.label_,)
        )
        for s in spans
    ]


@lru_cache(maxsize=2)
def _matcher(lexicon: Lexicon, reader: Reader) -> Matcher:
    from spacy.errors import MatchPatternError
    from spacy.matcher import Matcher

    matcher = Matcher(reader.nlp.vocab, validate=True)
    for path in lexicon.pattern_files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                row = _row(line, path, number)
                try:
                    matcher.add(f"{row['label']}|{row.get('id') or f'{path.stem}:{number}'}", [row["pattern"]])
                except (MatchPatternError, ValueError, TypeError) as error:
                    raise TokenPatternError(
                        f"{path}, line {number}: spaCy does not take this pattern: {error}"
                    ) from None
    return matcher


def _row(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise TokenPatternError(f"{path}, line {number}: no JSON: {error}") from None
    if not isinstance(row, dict) or row.get("label") not in TYPES or not isinstance(row.get("pattern"), list):
        raise TokenPatternError(
            f'{path}, line {number}: write {{"label": "ORG", "pattern": [{{"TEXT": "…"}}, …]}}; labels: {", ".join(TYPES)}'
        )
    return row
