"""What every test shares: properties are tried with the same examples everywhere, so CI never surprises."""

from hypothesis import settings

settings.register_profile("ledger", deadline=None, derandomize=True, database=None)
settings.load_profile("ledger")
