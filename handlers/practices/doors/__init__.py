"""The other doors: hotline, visits and paper boxes written down on behalf of someone, and posters."""
