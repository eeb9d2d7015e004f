"""Nothing but a mark: pytest puts this folder on the path, so that tests share the builders beside it."""
