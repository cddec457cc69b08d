"""One file a command of `wangge`: parse nothing, call the package, print for people."""
