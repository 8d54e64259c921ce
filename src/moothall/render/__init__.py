"""Documents and routes as bytes that leave the house: HTML, Word and drawings in SVG."""
