"""Documents and Label Studio: the form of a project, pages as tasks, annotations as right values.

Pure: nothing here talks to a server. `training.label` sends and fetches, the ML backend answers with `predictions`.
"""

from data.labelling.config import label_config
from data.labelling.regions import Found, found, regions
from data.labelling.settle import Settled, settle
from data.labelling.tasks import Source, key_of, opened, prediction, task

__all__ = [
    "Found",
    "Settled",
    "Source",
    "found",
    "key_of",
    "label_config",
    "opened",
    "prediction",
    "regions",
    "settle",
    "task",
]
