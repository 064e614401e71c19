"""What the model says of the years nobody fitted to, written down beside simple nulls before anybody compares it with anything."""
