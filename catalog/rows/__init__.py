"""What a row of each file holds: its columns, their kinds, and what a cell may say."""
