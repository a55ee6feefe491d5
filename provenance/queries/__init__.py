"""What can be asked of a corpus, one file for each question; none of them changes it."""
