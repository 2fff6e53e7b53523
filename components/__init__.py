"""What is on screen, a room a part. Knows the catalog and Dash, not the server."""
