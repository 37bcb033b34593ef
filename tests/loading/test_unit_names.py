"""Names in sheets beside the register: exact, of another keyboard, short for one unit only, or nobody's."""

from datetime import date

import pytest

from ledger.loading.phrases.unit_names import match
from ledger.model.units import Register, Unit, Units

UNITS = Units(
    Register(
        units=(
            Unit(id="省人力资源和社会保障厅", aliases=("省人社厅",)),
            Unit(id="省财政厅"),
            Unit(id="市财政局"),
            Unit(id="区财政局"),
            Unit(id="市发展和改革委员会"),
            Unit(id="市委办公室"),
            Unit(id="市公安局交通警察支队"),
            Unit(id="市旅游局", until=date(2018, 12, 31), successor="市文化和旅游局"),
            Unit(id="市文化和旅游局", from_=date(2019, 1, 1)),
            Unit(id="各县（市、区）政府", kind="集体"),
        )
    )
)
TODAY = date(2017, 11, 15)


@pytest.mark.parametrize(
    ("name", "unit", "how"),
    [
        ("省财政厅", "省财政厅", ""),
        ("省人社厅", "省人力资源和社会保障厅", ""),
        ("人社厅", "省人力资源和社会保障厅", "只有它依次含有这几个字"),
        ("市发改委", "市发展和改革委员会", "只有它依次含有这几个字"),
        ("市委办", "市委办公室", "只有它依次含有这几个字"),
        ("各县(市、区)政府", "各县（市、区）政府", ""),
        ("市 财政局", "市财政局", ""),
        ("财政局", None, ""),  # of the city or of the district
        ("市委", None, ""),  # not its office
        ("公安局", None, ""),  # not its detachment
        ("局", None, ""),
        ("市财正局", None, ""),  # a slip of the pen is for a suggestion, never applied
        ("", None, ""),
    ],
)
def test_whom_a_name_means(name: str, unit: str | None, how: str) -> None:
    found = match(name, UNITS, TODAY)
    assert (found.unit and found.unit.id, found.how) == (unit, how)


def test_an_abbreviation_means_a_unit_in_force() -> None:
    before, after = match("文旅局", UNITS, date(2018, 6, 1)), match("文旅局", UNITS, date(2019, 6, 1))
    assert before.unit is None
    assert after.unit
    assert after.unit.id == "市文化和旅游局"
