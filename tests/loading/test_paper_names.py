"""What stands in a cell for evidence: papers, or words instead of one."""

import pytest

from ledger.loading.phrases.papers import is_no_paper, papers_in


@pytest.mark.parametrize(
    "words",
    [
        "无。",
        "待补",
        "见附件",
        "详见附件2",
        "同上",
        "如上",
        "见左",
        "√",
        "有",
        "12",
        "ok",
        "已印发",
        "正在印发",
        "文件待印发",
        "会签后印发",
        "尚未发文",
        "暂无文号",
        "没有材料",
        "材料已报送",
    ],
)
def test_words_that_nobody_could_look_up_are_no_paper(words: str) -> None:
    assert is_no_paper(words)


@pytest.mark.parametrize(
    "name",
    [
        "会议纪要",
        "验收报告",
        "现场照片",
        "云财〔2017〕9号",
        "《关于印发的通知》",
        "竣工验收备案表",
        "市府37号",
        "批复",
        "附件1汇总表",
        "证明材料清单",
    ],
)
def test_whatever_has_a_name_is_a_paper(name: str) -> None:
    assert not is_no_paper(name)


def test_a_paper_named_twice_is_one() -> None:
    assert papers_in("《甲、乙办法》；云财〔2017〕9号、云财〔2017〕9号") == [
        "《甲、乙办法》",
        "云财〔2017〕9号",
    ]
