"""Chinese and Arabic numerals, alone and mixed: 二十一, 两万五, 1.5亿, 24.1万, 二〇二三, 壹佰元's 壹佰."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = dict(zip("零〇○一二三四五六七八九", (0, 0, 0, *range(1, 10)), strict=True)) | {"两": 2}
DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True))
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

ARABIC = r"(?:[0-9０-９]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
CHINESE = r"[零〇○一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]"
NUMBER = rf"(?:{ARABIC}|{CHINESE}+)(?:[百千万萬亿億](?:{ARABIC}|{CHINESE}+)?)*"
"""Source of a pattern for anything that may be a numeral; `read_number` says whether it is one."""

_TOKEN = re.compile(rf"{ARABIC}|.", re.DOTALL)
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.", ",")


def read_number(text: str) -> Decimal | None:
    """The number that a numeral writes, or None when it writes none.

    >>> [str(read_number(t)) for t in ("1.5万", "一百零五", "两万五", "二〇二三", "1亿2000万", "百十", "二三百")]
    ['15000.0', '105', '25000', '2023', '120000000', 'None', 'None']
    """
    if len(text) > 1 and all(c in DIGITS and c != "两" for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))  # 二〇二三, 一二三四五
    tokens = _TOKEN.findall(text)
    total = section = Decimal(0)
    pending: Decimal | None = None
    unit, zero = 0, False  # last unit of the section (0: none yet); was a 零 said since
    for index, token in enumerate(tokens):
        if token in DIGITS and not DIGITS[token] and index and len(tokens) > 1:
            if pending is not None or zero or not unit:
                return None
            zero = True
        elif token in DIGITS or token[0].isdigit():
            if pending is not None:
                return None
            pending = Decimal(DIGITS[token]) if token in DIGITS else Decimal(token.translate(_HALF_WIDTH))
        elif token in UNITS:
            size = UNITS[token]
            if pending is None and not (index == 0 or (size == 10 and zero)):
                return None
            if 0 < unit <= size:
                return None
            section += (Decimal(1) if pending is None else pending) * size
            pending, unit, zero = None, size, False
        elif token in MYRIADS:
            size = MYRIADS[token]
            section += pending or 0
            if 0 < total < size:
                total = (total + section) * size
            else:
                if not section and index:
                    return None
                total += (section if index else Decimal(1)) * size
            section, pending, unit, zero = Decimal(0), None, size, False
        else:
            return None
    if zero and pending is None:
        return None
    if pending is not None and unit >= 100 and not zero and len(tokens[-1]) == 1:
        pending = pending * unit / 10  # 两万五, 一百五: the next unit down is left out
    return total + section + (pending or 0)


def whole_number(text: str) -> int | None:
    """The number of a year, month or day; None for no text.

    >>> whole_number("二〇二四"), whole_number("十五"), whole_number("")
    (2024, 15, None)
    """
    number = read_number(text) if text else None
    return None if number is None else int(number)


def plain(number: Decimal) -> str:
    """The number in digits, without exponent or idle zeros.

    >>> plain(Decimal("1.50") * 10**8), plain(Decimal("3.50"))
    ('150000000', '3.5')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
