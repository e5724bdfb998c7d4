"""The screens of the holder: who it is and who helps, and what others have said is allowed."""
