"""Files made to do harm, and honest ones beside them: built by code, none of them kept."""
