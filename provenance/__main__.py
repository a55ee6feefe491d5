"""`python -m provenance`."""

import sys

from provenance.cli import main

if __name__ == "__main__":
    sys.exit(main())
