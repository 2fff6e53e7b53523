"""What is on every view: the first HTML, the screen, the tools, the wall's layers."""
