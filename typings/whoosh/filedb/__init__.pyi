"""Where the files of an index lie."""
