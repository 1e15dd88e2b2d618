"""The set-up of a checkout: ``python -m tools.setup``, with ``--dev`` also for tests and checks.

Runs on the system's Python with only the standard library. Steps that are done already are
skipped; it can be interrupted and run again.
"""
