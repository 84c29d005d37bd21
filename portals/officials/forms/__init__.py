"""What officials type, checked for shape; the law is checked by the services."""
