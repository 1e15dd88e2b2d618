"""What a review is: values, the file, the form, and what can be counted. Free of Qt."""
