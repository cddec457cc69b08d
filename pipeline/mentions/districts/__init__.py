"""Areas in a sentence: by the official list, by the grammar of names, functional zones."""
