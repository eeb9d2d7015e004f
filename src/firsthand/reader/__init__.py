"""Read a report once: words, sentences, dependencies, names and attribution spans."""
