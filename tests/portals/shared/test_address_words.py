"""Pages and machines narrow their lists with the same words."""

from portals.citizens.pages import senator_votes, vote_list
from portals.shared import address_words as words


def test_the_words_of_votes_are_those_of_the_pages():
    assert vote_list.KINDS == words.DEBATES
    assert vote_list.RESULTS == words.RESULTS
    assert senator_votes.ANSWERS == words.ANSWERS
