"""Evidence as pictures and tables: every row that physicians may want to weigh, drawn from the rows alone."""
