"""`python -m pipeline` is the command `wangge`."""

from pipeline.cli import app

app()
