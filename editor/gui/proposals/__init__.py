"""Facts and names that the text has, proposed to the writer."""
