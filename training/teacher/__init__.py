"""A larger reader to learn from: all-mpnet-base-v2 (Song et al. 2020) in the place of the small encoder."""
