"""How people say that they want no cache: an option, and what it is called in the environment."""

NO_CACHE, DO_WITHOUT = "--no-cache", "LEDGER_NO_CACHE"
