"""Questions asked of the catalog."""
