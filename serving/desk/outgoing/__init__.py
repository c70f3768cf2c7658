"""What the desk tells other systems: signed webhooks, kept in the transaction that caused them and sent afterwards."""

from serving.desk.outgoing.events import ANNOUNCED, announce, notify
from serving.desk.outgoing.sender import Sender, send_one
from serving.desk.outgoing.settings import EventSettings

__all__ = ["ANNOUNCED", "EventSettings", "Sender", "announce", "notify", "send_one"]
