"""PA Manager: everything a person needs who employs assistants with a direct payment.

The folders are the business, link by link, each using only the links before it:
holder, plan, funding, assistants, rota, timesheets, pay, spending, cover, returns, home.
Before a file is open there is only the door. Beneath them lie the rooms all links share:
shell, file, paper, law, values.
"""
