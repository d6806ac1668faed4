"""Measurements: ``./run bench NAME``. Each prints what it saw; nothing here is asserted in the test suite."""
