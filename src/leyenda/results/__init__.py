"""What comes out: run folders, summaries, pictures, the chronicle."""
