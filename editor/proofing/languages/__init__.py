"""Other languages in a German text: passages, single words, ``lang`` attributes."""
