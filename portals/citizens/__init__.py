"""The citizens' portal: reading the public record, without an account or a cookie."""
