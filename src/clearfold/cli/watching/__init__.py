"""The page that ``clearfold watch`` shows in a browser: what it says, and the server that hands it out."""
