"""Measurements, none of them part of the test run."""
