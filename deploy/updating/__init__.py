"""What `update.py` is made of: the archive, the place it is unpacked to, the server that runs."""
