"""The flow's numbers in Prometheus' text form. Numbers only: no names, no texts, no chats."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.flow.vitals import Vitals


class _Snapshot(Collector):
    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals

    def collect(self) -> Iterator[Metric]:
        vitals = self._vitals
        yield GaugeMetricFamily("shuji_database_up", "Whether the database can be read", not vitals.away)
        unkept = "For how long something that arrives can't be stored"
        yield GaugeMetricFamily("shuji_unkept_seconds", unkept, vitals.unkept)
        if vitals.room is not None:
            free = "Room on the disk of the database"
            yield GaugeMetricFamily("shuji_disk_free_bytes", free, vitals.room.free)
            needed = "Below so much somebody should make room"
            yield GaugeMetricFamily("shuji_disk_needed_bytes", needed, vitals.room.needed)
        if not vitals.away:
            yield from self._waiting()
        yield CounterMetricFamily("shuji_events_handled", "Events handled since start", vitals.handled)
        yield CounterMetricFamily("shuji_events_retried", "Failed handlings since start", vitals.retried)
        late = "By how much the latest look at what is due is overdue"
        yield GaugeMetricFamily("shuji_sweeps_late_seconds", late, vitals.sweeps_late)
        looks = GaugeMetricFamily("shuji_look_late_seconds", "By how much each look is overdue", labels=["look"])
        for name, seconds in vitals.looks_late.items():
            looks.add_metric([name], seconds)
        yield looks
        calls = CounterMetricFamily("shuji_deliveries", "Calls since start by outcome", labels=["channel", "result"])
        for (channel, result), count in sorted(vitals.outcomes.items()):
            calls.add_metric([channel, result], count)
        yield calls
        fetch = GaugeMetricFamily("shuji_fetch_age_seconds", "Time since a platform last answered", labels=["channel"])
        for channel, seconds in vitals.fetch_age.items():
            fetch.add_metric([channel], seconds)
        yield fetch

    def _waiting(self) -> Iterator[Metric]:
        """What only the database knows."""
        vitals = self._vitals
        yield GaugeMetricFamily("shuji_inbox_depth", "Events that wait to be handled", vitals.inbox.depth)
        yield GaugeMetricFamily("shuji_inbox_age_seconds", "Age of the oldest of them", vitals.inbox.age)
        depth = GaugeMetricFamily("shuji_outbox_depth", "Messages that wait to be sent", labels=["priority"])
        age = GaugeMetricFamily("shuji_outbox_age_seconds", "Age of the oldest of them", labels=["priority"])
        for priority, queue in vitals.outbox.items():
            depth.add_metric([priority], queue.depth)
            age.add_metric([priority], queue.age)
        yield depth
        yield age
        yield GaugeMetricFamily("shuji_outbox_held", "Messages for people who can't be reached", vitals.held)
        yield GaugeMetricFamily("shuji_inbox_set_aside", "Events set aside with an error", vitals.set_aside)
        yield GaugeMetricFamily("shuji_outbox_unsent", "Messages that could not be sent", vitals.unsent)
        oldest = "For how long the ticket that waits longest for its answer does"
        yield GaugeMetricFamily("shuji_oldest_unanswered_ticket_seconds", oldest, vitals.oldest_ticket)


def render(vitals: Vitals) -> bytes:
    """``vitals`` as Prometheus reads them."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Snapshot(vitals))
    return generate_latest(registry)
