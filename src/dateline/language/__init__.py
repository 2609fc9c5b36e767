"""Text to sentences, words, syntax and names."""
