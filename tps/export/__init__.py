"""The files of a plan folder, and the folder itself: all of it or nothing."""
