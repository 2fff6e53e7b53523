"""All tests: catalog, server, illustrator, and the page in a real browser."""
