"""How it runs: the compiled step, many worlds on threads, the same rules as plain Python."""
