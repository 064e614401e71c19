"""What everything else stands on: fields, keyed draws, portable arithmetic, the event log. Imports nothing of ours."""
