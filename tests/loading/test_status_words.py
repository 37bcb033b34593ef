"""Words of published tables and bulletins for how far a matter is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.loading.phrases.status_words import read_percent, read_status
from ledger.loading.phrases.values import Refusal, Status
from ledger.model.items import State

DONE, UNDER_WAY, NOT_BEGUN = State.COMPLETED, State.IN_PROGRESS, State.NOT_STARTED
PUBLISHED = [
    ("已完成", DONE),
    ("已完成和提前完成", DONE),
    ("已完成或基本完成", "I135"),
    ("已经完成，长期坚持", DONE),
    ("取得阶段性成果并持续推进", UNDER_WAY),
    ("达到序时进度", UNDER_WAY),
    ("达进度", UNDER_WAY),
    ("超进度", UNDER_WAY),
    ("指标项目出现调整", "I135"),
    ("已开工", UNDER_WAY),
    ("尚未正式启动，处于起步阶段", NOT_BEGUN),
    ("Conseguita", DONE),
    ("done", DONE),
    ("working", UNDER_WAY),
    ("proposed", "I135"),
    ("paused", State.SUSPENDED),
]
OTHERS = [
    ("是", DONE),
    ("√", DONE),
    ("已 完 成。", DONE),
    ("100%", DONE),
    ("已完成，待验收", DONE),
    ("已核验", State.ACCEPTED),
    ("已启动未完成", UNDER_WAY),
    ("未启动", NOT_BEGUN),
    ("未完成，正在推进", UNDER_WAY),
    ("未完成，尚未启动", NOT_BEGUN),
    ("未启动，预计明年完成", NOT_BEGUN),
    ("已完成60%", UNDER_WAY),
    ("终止或并出", State.CANCELLED),
    ("基本完成", "I135"),
    ("已完成，正在推进", "I135"),
    ("已完成，其中第二项未完成", "I135"),
    ("已完成3项，未完成2项", "I135"),
    ("已完成（基本）", "I135"),
    ("120%", "I135"),
    ("60", "I135"),
    ("0.6", "I135"),
]


@pytest.mark.parametrize(("text", "expected"), [*PUBLISHED, *OTHERS])
def test_what_a_word_says(text: str, expected: str) -> None:
    answer = read_status(text)
    assert (answer.code if isinstance(answer, Refusal) else answer.state) == expected


@pytest.mark.parametrize("text", ["未完成", "否", "×", "0%", "完成有一定困难，但通过努力年底前能够完成"])
def test_unfinished_does_not_say_whether_anything_has_begun(text: str) -> None:
    answer = read_status(text)
    assert isinstance(answer, Status)
    assert (answer.state, answer.unfinished) == (None, True)


@pytest.mark.parametrize("text", ["", "/", "—", "nodata", "无进展", "N/A"])
def test_nothing_is_said(text: str) -> None:
    answer = read_status(text)
    assert isinstance(answer, Status)
    assert (answer.state, answer.percent, answer.unfinished) == (None, None, False)


def test_a_share_is_a_whole_number() -> None:
    assert read_status("60％") == Status(UNDER_WAY, 60)
    assert read_status("进行中（60%）") == Status(UNDER_WAY, 60, "“进行中（60%）”读作已启动未完成")
    assert read_status("33.3%") == Status(UNDER_WAY, 33, "“33.3%”记作33%")
    assert read_percent("60") == Status(UNDER_WAY, 60)
    assert read_percent("100%") == Status(DONE, 100)
    assert isinstance(read_percent("101"), Refusal)


def test_who_decides_is_asked_for_where_a_matter_was_changed() -> None:
    answer = read_status("任务调整，暂缓实施")
    assert isinstance(answer, Refusal)
    assert "ledger record" in answer.hint


WORDS = [text for text, _ in (*PUBLISHED, *OTHERS)] + ["，", "；", "未", "没有", "基本", "或", "部分", "30%"]
TAKEN_BACK = ("未", "没有", "基本", "或", "部分")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=4).map("".join))
def test_nothing_is_completed_that_is_taken_back(text: str) -> None:
    answer = read_status(text)
    if isinstance(answer, Status) and answer.state is DONE:
        assert not any(word in text for word in TAKEN_BACK)
