"""The officials' portal: procedure and publication, for those who work in the Secretariat.

Every view says which roles it lets in; each screen shows the button, or the sentence that says
why there is none.
"""
