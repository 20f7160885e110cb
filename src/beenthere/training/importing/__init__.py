"""A sheet that somebody brings, row by row into the database; records that look alike."""
