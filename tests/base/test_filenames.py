"""Names that Windows cannot hold, and those it can."""

import pytest

from ledger.base.filenames import unportable


@pytest.mark.parametrize(
    "name",
    [
        "zb-2017-05.yaml",
        "市财政局.xlsx",
        "〔2017〕1号",
        "com10.yaml",
        "console",
        "a.con",
        "nul1",
        "2017-11-市人大（办）.xlsx",
        " a",
    ],
)
def test_a_name_for_every_system(name: str) -> None:
    assert unportable(name) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        *((name, "设备名") for name in ("con", "NUL.yaml", "Aux.tar.gz", "com1", "LPT9.xlsx", "COM¹.txt", "nul .txt", "CONIN$")),
        *((f"a{c}b", f"名称里有“{c}”") for c in '<>:"/\\|?*'),
        ("a\tb", "控制字符"),
        ("a.", "末尾"),
        ("a ", "末尾"),
    ],
)  # fmt: skip
def test_a_name_that_windows_refuses(name: str, why: str) -> None:
    assert why in (unportable(name) or "")
