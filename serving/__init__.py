"""The endpoint, its page and the command line. Imports `data` and `models`, never `training`."""

import os

# Nothing leaves the machine: both libraries report usage unless told not to, onnxruntime (from 1.29) at its very
# first import, so this stands before every other import of `serving`.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["BENTOML_DO_NOT_TRACK"] = "True"  # "1" does not count
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
