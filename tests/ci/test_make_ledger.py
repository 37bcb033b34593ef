"""``make ledger``: a wrong figure of our own bulletins fails it; what a shallow clone cannot know does not."""

import shutil
import subprocess
from pathlib import Path

import pytest
from action_runner import PLAIN, TOP, checkout, commit, repository

LOST = "plans/bulletins/2017-10.md:1:1 错误 V105 浅克隆里没有算出本期的提交\n"
WRONG = "plans/bulletins/2017-10.md:9:3 错误 V102 写着 V105 ，应为 3\n"
RESULT = "错误 1。用 ledger rule 代码 查看每条规则的说明。\nplans/bulletins/2017-10.md：没有核对\n"


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize(
    ("depth", "said", "code", "passes"),
    [
        pytest.param(1, LOST + RESULT, 1, True, id="shallow, lost"),
        pytest.param(1, LOST + WRONG + RESULT, 1, False, id="shallow, wrong"),
        pytest.param(1, "", 2, False, id="shallow, impossible"),
        pytest.param(None, LOST + RESULT, 1, False, id="whole, lost"),
        pytest.param(None, RESULT, 0, True, id="whole, clean"),
    ],
)
def test_missing_history_is_told_from_a_wrong_figure(depth, said, code, passes, tmp_path):
    origin = repository(tmp_path / "origin")
    shutil.copy(TOP / "Makefile", origin)
    for name in "ab":
        commit(origin, name)
    work = checkout(origin, tmp_path / "work", "refs/heads/main", depth=depth)
    shutil.copy(Path(__file__).with_name("fake_ledger.sh"), tmp_path / "ledger")
    (tmp_path / "verify-").write_text(said, "utf-8")
    (tmp_path / "verify-code").write_text(str(code))
    done = subprocess.run(
        ["make", "-s", "-o", ".venv/tool", "ledger", f"BIN={tmp_path}"],
        cwd=work,
        env=PLAIN | {"ANSWERS": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode == 0) == passes, done.stderr
    assert said.strip() in done.stdout
    assert ("some bulletins were not verified" in done.stderr) == (code == 1 and passes)
