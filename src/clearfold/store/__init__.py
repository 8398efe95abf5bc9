"""What stands on disk: sets of editions put in place whole, their manifests, and what earlier builds have left."""
