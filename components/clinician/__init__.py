"""The physician's wing: exact, dense, sourced. Nothing of it is fetched before its first use."""
