"""From copies to published sets: a batch of leaflets, a leaflet, an edition, each in processes as many as there are."""
