import select

from django.db.backends.postgresql import base
from psycopg.pq import ConnStatus

from senate.postgres.integers import refuse_what_does_not_fit

refuse_what_does_not_fit()


class DatabaseWrapper(base.DatabaseWrapper):
    def is_usable(self) -> bool:
        """Whether the server is still at the other end, as far as this end can know. No round trip.

        A server that ends a connection says so and closes it: either lies unread in the socket
        of a connection that is waiting for nothing. One that vanished without a word is found
        out by the next statement, as it would have been by a question.
        """
        if self.connection is None or self.connection.pgconn.status != ConnStatus.OK:
            return False
        waiting = select.poll()
        waiting.register(self.connection.pgconn.socket, select.POLLIN)
        return not waiting.poll(0)
