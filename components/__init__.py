"""What is on screen, one module a part. Knows the catalog and Dash, not the server."""
