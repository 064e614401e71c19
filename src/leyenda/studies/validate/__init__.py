"""The model beside the record: facts with their targets, what a world says of each, hit or miss."""
