"""What word processors and PDF share: blocks of lines, real footnotes, embedded pictures."""
