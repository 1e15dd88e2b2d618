"""Line-based formats, plain text and BBCode: a writer and the notations that it uses."""
