"""What was spent and what came in: the accounts, the bank's files, what each payment was for, and its receipts."""
