"""The seal under a generated file breaks with any change of the text, and survives git's line ends."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.files.seal import SealState, seal, seal_state

NAME = "TS-2017-025"
PAPER = "# 提示单\n\n市财政局：\n"
SEALED = seal(PAPER, NAME)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def test_a_sealed_text_keeps_its_words_and_ends_with_the_seal():
    digest = hashlib.sha256(f"{PAPER}\n".encode()).hexdigest()
    assert (
        f"{PAPER}\n<!-- ledger TS-2017-025 sha256:{digest} 本文由 ledger 生成，勿手改；要改请改数据后重新生成 -->\n"
    ) == SEALED


def test_what_was_sealed_is_intact():
    assert seal_state(SEALED, NAME) is SealState.INTACT


def test_sealing_is_deterministic():
    assert seal(PAPER, NAME) == SEALED


def test_git_may_check_out_with_carriage_returns():
    assert seal_state(SEALED.replace("\n", "\r\n"), NAME) is SealState.INTACT


def test_another_wording_of_the_seal_is_no_edit():
    assert seal_state(SEALED.replace("勿手改", "请勿手工修改"), NAME) is SealState.INTACT


@pytest.mark.parametrize(
    "edited",
    [
        SEALED.replace("市财政局", "市农业局"),
        SEALED.replace("：\n", "： \n"),
        SEALED.replace("：\n\n", "：\n"),
        SEALED.replace("提示单\n", "提示单\r"),
        SEALED.removesuffix("\n"),
        SEALED + "\n",
        SEALED + "附：\n",
        SEALED.removesuffix("\n") + "附：\n",
        SEALED.replace(" -->", " --> <b>附</b> <!-- -->"),
        "\ufeff" + SEALED,
        SEALED.replace("sha256:", "sha256:0"),
        SEALED.replace("sha256:", "sha1:"),
        SEALED.replace("2017-025", "2017-026"),
        SEALED.upper(),
        SEALED.replace("<!-- ledger ", "<!-- ledger  "),
    ],
)
def test_any_other_change_is_an_edit(edited):
    assert edited != SEALED
    wanted = SealState.UNSEALED if "ledger" not in edited else SealState.EDITED
    assert seal_state(edited, NAME) is wanted


def test_a_seal_for_another_name_is_an_edit():
    assert seal_state(SEALED, "TS-2017-026") is SealState.EDITED


@pytest.mark.parametrize("text", ["", "\n", PAPER, "<!-- 备注 -->\n", "正文 <!-- ledger 不在行首 -->\n"])
def test_a_text_without_seal_is_unsealed(text):
    assert seal_state(text, NAME) is SealState.UNSEALED


@pytest.mark.parametrize("name", ["", "a b", "a\nb", "a--b", "-->", "<b>", "甲\u3000乙"])
def test_a_name_that_a_comment_cannot_carry_is_refused(name):
    with pytest.raises(ValueError, match="comment"):
        seal(PAPER, name)


@given(TEXT)
def test_any_text_can_be_sealed(text):
    text = f"{text.replace(chr(13), '')}\n"
    assert seal_state(seal(text, NAME), NAME) is SealState.INTACT
    assert seal_state(seal(text, NAME).replace("\n", "\r\n"), NAME) is SealState.INTACT


@given(TEXT, st.integers(0, 200), st.sampled_from("甲 \n\ra-<>"))
def test_a_character_put_in_anywhere_above_the_seal_breaks_it(text, place, character):
    text = f"{text.replace(chr(13), '')}\n"
    sealed = seal(text, NAME)
    place = min(place, len(text) - 1)
    edited = sealed[:place] + character + sealed[place:]
    unchanged = edited.replace("\r\n", "\n") == sealed
    assert (seal_state(edited, NAME) is SealState.INTACT) == unchanged
