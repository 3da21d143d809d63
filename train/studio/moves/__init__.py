"""The moves, a family a file. Written for the right side; beats are half a second for a plain dancer."""
