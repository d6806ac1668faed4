"""Tasks: what is promised with an owner and a date (督办事项), on checklists (拉条挂账), in projects, or alone."""
