"""What is read out of a text in any of the languages: quantities, medicines, dates and addresses, words that deny."""
