"""An article's text with what it attributes marked in place: told apart by shape as well as by colour."""
