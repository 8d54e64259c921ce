"""Two councils' papers on one proposal side by side, and resolutions that belong together."""
