"""From expressions to moments: follow the dates a text tells, and resolve each against those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.coding.dates.expression import Expression, Kind
from dateline.coding.dates.meaning import MEANINGS, Context
from dateline.coding.dates.moment import Moment, of_day
from dateline.coding.dates.tense import looks_ahead
from dateline.coding.dates.tokens import Token
from dateline.language.document import Sentence
from dateline.model import DatePrecision

#: A report with this many years long past, and no nearer dates, tells history in order.
_HISTORY = 5
#: A story that leaps by more years than this looks aside, unless the next date is there too.
_FAR = 2
#: A bare year moves a story on when it is among the first words of a sentence: "In 1917 ...".
_OPENING = 3


def resolve(expressions: Sequence[Expression], tokens: Sequence[Token], anchor: date | None) -> list[Moment]:
    """Return the moment of each expression; what nothing anchors is unresolved."""
    is_history = _is_history(expressions, anchor)
    story: Moment | None = None
    visit: tuple[Moment, Sentence, bool] | None = None
    focus_day: Moment | None = None
    moments: list[Moment] = []
    for index, expression in enumerate(expressions):
        sentence = tokens[expression.first].sentence
        here = visit is not None and (visit[1] is sentence or _is_next(visit, sentence))
        focus = visit[0] if visit and (here or not is_history) else story
        is_told = visit is not None and here and visit[2]
        ahead = looks_ahead(sentence, tokens[expression.last].word.index)
        context = Context(anchor, focus, focus_day, is_history or is_told)
        if _has_base(expressions, index, tokens):
            base = MEANINGS[Kind.CALENDAR](expressions[index + 1], context, False)
            context = replace(context, focus=base, focus_day=base)
        moment = MEANINGS[expression.kind](expression, context, ahead)
        moments.append(moment)
        if moment.year is None:
            continue
        if moment.precision is DatePrecision.DAY:
            focus_day = moment
        if story is None or not _is_aside(expression, moment, story, visit[0] if visit else None, tokens):
            story = moment
        visit = (moment, sentence, expression.year is not None)
    return _with_clocks(expressions, moments, tokens)


def _has_base(expressions: Sequence[Expression], index: int, tokens: Sequence[Token]) -> bool:
    """Tell whether a date follows at once that an expression counts from: "a day before Saturday's attacks"."""
    expression = expressions[index]
    if expression.kind is not Kind.SHIFT or index + 1 == len(expressions):
        return False
    following = expressions[index + 1]
    is_near = following.first - expression.last <= 2 and tokens[expression.last].kind in "bl"
    return is_near and following.kind is Kind.CALENDAR and tokens[expression.last + 1].kind not in ",|"


def _is_next(visit: tuple[Moment, Sentence, bool], sentence: Sentence) -> bool:
    """Tell whether a sentence follows one that told a month or day of a year by name."""
    return visit[2] and visit[0].day is not None and sentence.index == visit[1].index + 1


def _is_aside(e: Expression, moment: Moment, story: Moment, visit: Moment | None, tokens: Sequence[Token]) -> bool:
    """Tell whether a story only looks aside to a date, and goes on from the date before it."""
    if moment.year is None or story.year is None:
        return True
    if moment.month is None and story.month is not None:
        return tokens[e.first].word.index > _OPENING
    is_far = abs(moment.year - story.year) > _FAR
    return is_far and (visit is None or visit.year is None or abs(moment.year - visit.year) > _FAR)


def _is_history(expressions: Sequence[Expression], anchor: date | None) -> bool:
    years = [e.year for e in expressions if e.year is not None]
    old = [year for year in years if anchor is None or year < anchor.year - 1]
    near = sum(e.kind is Kind.AWAY or (e.weekday is not None and e.day is None) for e in expressions)
    return len(old) >= _HISTORY and 2 * len(old) > len(years) and near < len(old)


def _with_clocks(expressions: Sequence[Expression], moments: list[Moment], tokens: Sequence[Token]) -> list[Moment]:
    """Give each clock time the nearest day of its sentence, else the last day before it."""
    done = list(moments)
    days = [i for i, m in enumerate(moments) if m.precision is DatePrecision.DAY and m.start]
    for i, expression in enumerate(expressions):
        if expression.kind is not Kind.CLOCK:
            continue
        sentence = tokens[expression.first].sentence
        same = [k for k in days if tokens[expressions[k].first].sentence is sentence]
        nearest = min(same, key=lambda k: abs(k - i)) if same else max((k for k in days if k < i), default=None)
        day = moments[nearest].start if nearest is not None else None
        done[i] = of_day(day, f"T{expression.clock}") if day else Moment(f"XXXX-XX-XXT{expression.clock}")
    return done
