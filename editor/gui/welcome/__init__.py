"""Welcome: the page on which a new review is begun or an earlier one is continued."""
