"""Questions asked of results: history against the record, switches, common random numbers, speed."""
