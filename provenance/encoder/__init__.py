"""The trained encoder: a page as word pieces, one session over them, what each word scores and means."""
