"""The record: what is known of what happened, read from the public files that users have."""
