"""Training, export, calibration, evaluation and registration. MLflow and DVC live here."""
