"""What holds for every test: the same examples on every run that decides, new ones where somebody looks for faults."""

import os

from hypothesis import settings

# A gate that draws new examples each time is green or red by chance.
# `HYPOTHESIS_PROFILE=search make test` looks further.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))
