"""What several conversations are made of: lists with pages, tables that are sent, units chosen and told, albums."""
