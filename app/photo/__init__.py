"""Inside the image files: metadata in and out, renditions."""
