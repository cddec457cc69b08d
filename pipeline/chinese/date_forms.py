"""The forms in which papers print times, as one pattern; what they mean stands in dates.py."""

from __future__ import annotations

import re

from pipeline.chinese.festivals import DATA, feast_names, names_pattern
from pipeline.lexicon.tables import read_table

Y = r"(?:1[89]|20)\d\d|[一二][九零〇○][零〇○一二三四五六七八九]{2}"
M = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
D = r"3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
TO = r"\s?(?:至|到|[—–－-]{1,2}|[~～])\s?"
SAID_YEAR = "今年|去年|前年|明年|后年|上年|来年|本年|当年|同年|次年|翌年"
SAID_MONTH = "本月|当月|同月|次月|上个?月|下个?月"
TENTH = r"(?:上中|中下|[上中下])旬|[初底末](?![一二三四五六七八九十])"
HALF = r"上半年|下半年|[前头](?:[一二三四两]|[1-4])个?季度|(?<![连续])(?:第|(?<!\d))[一二三四1-4]季度|首季度?"
SAID_DAY = "今[天日晚早晨]|昨[天日晚夜晨]|前[天日]|明[天日晚早晨]|后天|当[天日晚]|同[一]?[天日]|次日|翌日|第二天"
CLOCK = (
    r"(?:凌晨|清晨|早晨|早上|上午|中午|午后|下午|傍晚|晚上|夜间|晚间|深夜|晚|\s)?"
    r"(?:\d{1,2}[时点](?:\d{1,2}分|[半许整]|左右)?(?!间|候|代|速|期|[常刻长差建意要])|\d{1,2}[:：]\d{2}(?!\d))?"
)
AFTER_MONTH = r"(?![球亮饼季嫂子薪租票光色息供报刊评考例龄大坛全革])"
AFTER_YEAR = r"(?!的?(?:悠久)?(?:历史|文明|文化|古[树城镇村])|级|届)"
AFTER_DAY = r"(?![游内均龄前后薪租元本历报志用子产照光程夜])"


AFTER_HALF = "(?![一二三四五六七八九十])"


def _years() -> str:
    edge = rf"(?P<edge>年?[初底末]{AFTER_HALF})?"
    return rf"(?:(?<!\d)(?P<y>{Y})(?:年|(?={TO}(?:{Y})年)){AFTER_YEAR}(?:度(?!假))?|(?P<sy>{SAID_YEAR})的?){edge}"


def _months(month: str, day: str) -> str:
    return rf"(?:(?P<m>{M}){month}|(?P<sm>{SAID_MONTH}))(?:(?P<d>{D}){day}|(?P<tenth>{TENTH}))?"


MONTH, DAY = rf"月(?:份(?!额))?{AFTER_MONTH}", rf"(?:日|号(?![楼院线门馆厅])){AFTER_DAY}"
MONTHS_START = _months(rf"(?:{MONTH}|(?=(?:{TO}|、)(?:{M}){MONTH}))", rf"(?:[日号]|(?=(?:{TO})(?:{D})[日号]))")
GUARD = r"(?<![年\d.·第每个零〇一二三四五六七八九十几数])"
DATE = rf"(?:{_years()}|{GUARD})(?:{MONTHS_START}|(?P<half>{HALF}|[年岁][初底末]{AFTER_HALF}))?"
END = re.compile(
    rf"(?:{_years()})?(?:{_months(MONTH, '[日号]')}|(?P<bare>{D})[日号]|(?P<monthend>本?月[底末])|(?P<half>{HALF}|年[底末]))?"
)
LINK = re.compile(rf"(?:起|开始)?{TO}|起[，,]?将?(?:一直)?(?:持续)?[至到]\s?|、(?=(?:{M})月(?!\d))")
_CLOCK_END = rf"(?:{TO}(?:次日)?(?:凌晨|上午|中午|下午|晚上|晚)?(?:\d{{1,2}}[时点](?:\d{{1,2}}分|[半许整])?|\d{{1,2}}[:：]\d{{2}}(?!\d)))?"
CLOCK_HERE = re.compile(rf"(?:[（(](?:星期|周)[一二三四五六日天][）)])?{CLOCK}{_CLOCK_END}")
SINCE = re.compile(r"以来|至今|(?=[^，。；、\d]{1,10}以来)")
NEAR = re.compile("前后|左右|前夕")

_LUNAR_DAY = "初[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|[一二三四五六七八九]"
_NUMERAL = "零〇○一二三四五六七八九"
LUNAR = (
    rf"(?:农历|阴历)(?:(?P<lm>[正冬腊]|十[一二]?|[一二三四五六七八九])月(?P<ld>{_LUNAR_DAY})?)?"
    rf"|(?:(?P<lm2>[正冬腊])月|{GUARD}(?P<lm3>十[一二]?|[一二三四五六七八九])月(?=[初廿]|十[一二三四五六七八九]?(?![日号一二三四五六七八九])))(?P<ld2>{_LUNAR_DAY})?"
    rf"|{GUARD}(?P<feast33>二月二|三月三|六月六|九月九)(?![日号十])"
)
VAGUE = "|".join(sorted((r["name"] for r in read_table(DATA / "vague_times.tsv")), key=lambda w: (-len(w), w)))
WEEK = "(?<!每)(?P<week>[本这上下])个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])?(?!年|期|报|边|围|转|刊|到)"
DECADE = (
    r"(?:(?P<century>\d\d|上|二十一?|十九)(?:个)?世纪)?(?<![一二三四五六七八九十])"
    r"(?P<decade_from>[二三四五六七八](?=[三四五六七八九]十年代))?(?P<decade>[1-9]0|[二三四五六七八九]十)年代(?:[初末]|初期|中期|后期|末期)?"
)
PLAN = '[“"]?(?P<plan>十[一二三四五六])五[”"]?(?:时期|期间|以来|末|初期|收官之年|开局之年)'
ISO = r"(?<![\d.])(?P<iso>(?:19|20)\d\d(?P<mark>[-/.])(?:1[0-2]|0?[1-9])(?P=mark)(?:3[01]|[12]\d|0?[1-9]))(?![\d.])"
BARE_DAY = rf"(?<![\d.·第月年每—–~～－-])(?P<bd>3[01]|[12]\d|[1-9])(?:日{AFTER_DAY}(?![本语前后])|(?={TO}(?:{D})日{AFTER_DAY}))"
DAYTIME = (
    r"(?P<daytime>(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|深夜|晚)\d{1,2}[时点](?!间|代|速|期)(?:\d{1,2}分|[半许整]|左右)?"
    r"|(?<![\d:：.])(?:[01]?\d|2[0-4])时(?:\d{1,2}分|许|整)?(?![间候代速期常刻长差光不而针令事区至])"
    r"|(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|深夜)(?=[，,]))"
)
FEAST = rf"(?<![·路街双—])(?:(?P<fy>{Y})年|(?P<fsy>{SAID_YEAR}))?的?{names_pattern()}"
SAID = rf"(?P<said>{SAID_DAY})(?!头条|之[星我]|说法|会更|努力|形成|培养|养成|的|下(?!午))"

UNTIL = r"(?P<until>(?:持续|延续|开放|展出|进行)[至到])(?=[\d一二三四五六七八九十今明次本当年月])"
NOW = rf"(?P<now>即日起)(?:[，,]?(?:一直)?(?:持续)?(?:{TO}))?"
_LONG = r"(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?"
LASTING = re.compile(
    rf"(?P<word>为期|历时|持续)(?P<about>约|近)?{_LONG}(?P<unit>半月|天|日|周|星期|月|年)(?![多余来以连复均租薪度级报])"
)
LASTS = r"(?P<lasting>(?:为期|历时|持续)(?=[约近\d一二两三四五六七八九十半]))"

FORMS = rf"{UNTIL}|{NOW}|{LASTS}|(?P<lunar>{LUNAR})|(?<![十百几\d])(?P<vague>{VAGUE})|{SAID}|{WEEK}|{DECADE}|{PLAN}|{ISO}|{FEAST}|{BARE_DAY}|{DAYTIME}|(?=[\d{_NUMERAL}十今去前明后上来本当同次翌下首头年岁第])(?P<date>{DATE})"
_HEADS = {
    *"持延开展进即为历农阴正冬腊今昨明前后当同次翌第本这上下零〇○一二三四五六七八九十去来首头年岁凌清早中傍晚深的国全世“",
    *(word[0] for word in VAGUE.split("|")),
    *(name[0] for name in feast_names()),
}
"""No form begins with another character (a test holds them to it): most offsets of a text are passed over at once."""
FORM = re.compile(f'(?=[\\d"{"".join(sorted(_HEADS))}])(?:{FORMS})')
