"""How bills are amended: papers, rulings, outcomes and renewals."""
