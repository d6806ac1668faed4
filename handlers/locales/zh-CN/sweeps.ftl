case-card-due-review = 复查时限：
