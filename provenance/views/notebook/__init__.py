"""What a notebook shows of a trace, an article and a store: HTML in a frame of its own, without script."""
