"""The practices, side by side: each knows what is below it, and none of the others."""
