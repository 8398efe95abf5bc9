"""What the copy promises of every edition: the copy read a second time, by parsers that the press does not use."""
