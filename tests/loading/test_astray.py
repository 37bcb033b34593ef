"""Files that no kind of reading is for: which are told where they belong."""

import pytest

from ledger.files.tree import SourceFile
from ledger.loading.astray import astray, passed_over

INSPECTION = {"id": "dc-1", "title": "督察", "kind": "专项督察", "date": "2017-10-10"}


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("registers/sub/meetings.yaml", "R132", "移到 registers/meetings.yaml"),
        ("registers/inspections.yaml", "R132", "移到 inspections 文件夹，一件一个文件"),
        ("registers/meeting.yaml", "R131", "是否为“meetings”？"),
        ("bulletins/2017-10.yaml", "R130", ""),
    ],
)
def test_a_file_in_a_folder_of_ours_is_told_its_place(name: str, code: str, hint: str) -> None:
    told = passed_over(SourceFile(name, name, b""))
    assert (told.code, told.hint) == (code, hint)


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ({"claims": []}, "移到 registers/claims.yaml"),
        (INSPECTION, "移到 inspections 文件夹，一件一个文件"),
        ({**INSPECTION, "items": []}, None),
        ({"id": "zb-1", "title": "方案", "date": "2017-10-10"}, None),
        ({"claims": [], "id": "zb-1"}, None),
        (["claims"], None),
    ],
)
def test_what_is_no_plan_is_known_by_its_keys(data: object, hint: str | None) -> None:
    told = astray(SourceFile("2017/a.yaml", "2017/a.yaml", b""), data)
    assert (told.hint if told else None) == hint
