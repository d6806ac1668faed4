"""A raiser and their own tickets: the list, opening, adding, urging, withdrawing, rating, follow codes."""
