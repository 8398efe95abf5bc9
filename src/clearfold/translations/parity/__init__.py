"""Whether two languages say the same: a module a kind of thing that one of them alone could say."""
