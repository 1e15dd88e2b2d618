"""Export: a review as a document, one writer per format, and the jobs that write files."""
