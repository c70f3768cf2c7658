"""`python -m tests.suite`."""

import sys

from tests.suite.run import main

sys.exit(main())
