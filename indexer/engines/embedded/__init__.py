"""The engine of one machine: a Whoosh index in generations."""
