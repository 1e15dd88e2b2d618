"""The settings: store, window and the actions that mirror them."""
