"""Timings of citekit beside other processors, in one run on one machine."""
