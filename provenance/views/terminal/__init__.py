"""What people read on a terminal, and its like as text or HTML."""
