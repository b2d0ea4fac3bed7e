"""The version of the machine formats: names are added under it, never removed or redefined."""

VERSION = 1
