"""Settings refuse what makes no sense."""

import pytest

from firsthand.settings import Settings, SettingsError, usable_cores


def test_no_threads_named_are_all_cores() -> None:
    assert Settings(threads=0).cores == usable_cores() >= 1
    assert Settings(threads=3).cores == 3


@pytest.mark.parametrize(("wrong", "told"), [({"threads": -1}, "threads: -1"), ({"device": "abacus"}, "cpu, cuda")])
def test_a_setting_that_cannot_be_is_named(wrong: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        Settings(**wrong)  # type: ignore[arg-type]
