"""Fitting the model to the record: parameters under which it says what was seen, and how sure that leaves one."""
