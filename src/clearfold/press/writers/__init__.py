"""The press's writers: each turns a page of HTML into the bytes of one kind of edition."""
