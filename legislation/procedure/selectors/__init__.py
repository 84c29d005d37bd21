"""What is read of procedure: terms of the law, facts for an act, dossiers and desks."""
