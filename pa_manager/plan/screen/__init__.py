"""The screens of the support plan: outcomes and money, and the plan in words."""
