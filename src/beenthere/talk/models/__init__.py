"""What is stored: the words between two people, and concerns."""

from beenthere.talk.models.concerns import Concern, ConcernWord
from beenthere.talk.models.messages import Message, Thread

__all__ = ["Concern", "ConcernWord", "Message", "Thread"]
