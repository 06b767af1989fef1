"""A story package becomes findings; one small function per rule."""
