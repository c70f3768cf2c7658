"""The endpoint, its page and the command line. Imports `data` and `models`, never `training`."""
