"""What every test shares: the same examples everywhere, and nothing of whoever runs them."""

import os
import tempfile

from hypothesis import settings

settings.register_profile("ledger", deadline=None, derandomize=True, database=None)
settings.load_profile("ledger")

# what would steer the program, git or a runner's scripts: a developer's exports, or the job these tests run in;
# and what would have every process compile the program anew
_STEERING = (
    *("GIT_", "GITHUB_", "LEDGER_DIR", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"),
    "PYTHONDONTWRITEBYTECODE",
)

for _name in [name for name in os.environ if name.startswith(_STEERING)]:
    del os.environ[_name]
os.environ |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
os.umask(0o022)

_CACHE = tempfile.TemporaryDirectory(prefix="ledger-cache-")
os.environ["XDG_CACHE_HOME"] = _CACHE.name  # each process of the tests has one, met by all that it runs

_LONG = ("tests/test_", "tests/ci/", "tests/commands/test_writers_at_once", "tests/commands/test_exit_codes")


def pytest_collection_modifyitems(items):
    """Files that start many processes come first, so that no process of pytest is left alone with them at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONG))
