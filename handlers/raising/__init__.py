"""An employee raises a concern: words and files gathered into a draft, a preview, and 提交."""
