"""Front matter and publisher.yaml: which keys there are, what each holds, and where it is written."""
