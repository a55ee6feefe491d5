"""Makes `corpus`, the invented story, importable from every test folder."""
