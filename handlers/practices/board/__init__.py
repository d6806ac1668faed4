"""公开栏: a solved matter told to everyone, in the office's words, with its raiser's leave; “我也遇到” under it."""
