"""What every room of the page uses. Knows only the catalog."""
