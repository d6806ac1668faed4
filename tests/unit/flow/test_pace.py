"""Rates: never over what is allowed, and almost all of it."""

from __future__ import annotations

import heapq

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.flow.lanes import LaneState, ReadyLanes
from bot.flow.pace import FREE, Call, Pace, PaceRules, Window
from bot.flow.places import CALLS_SECONDS


def most_within(times: list[float], seconds: float) -> int:
    """The most that ever fell into a window of so many seconds."""
    most, start = 0, 0
    for end, at in enumerate(times):
        while times[start] <= at - seconds:
            start += 1
        most = max(most, end - start + 1)
    return most


def play(ready: ReadyLanes, until: float, *, late: float = 0.0) -> list[tuple[float, LaneState]]:
    """Every call up to ``until``, on a clock that jumps from moment to moment, ``late`` each time."""
    now, calls = 0.0, []
    while len(ready) and now <= until:
        picked = ready.pick(now, 1000)
        for state in picked:
            assert state.priority is not None
            calls.append((now, state))
            ready.finish(state, {state.priority: 1})
        if not picked:
            after = ready.next_at()
            assert after is not None
            now = max(now, after) + late
    return calls


@given(st.lists(st.tuples(st.floats(0, 0.3), st.floats(0, 0.3)), min_size=90, max_size=150))
@settings(max_examples=40, deadline=None)
def test_calls_that_arrive_late_do_not_crowd_into_one_second(delays: list[tuple[float, float]]) -> None:
    """The platform counts a call when it arrives, which we learn only from its answer."""
    there, back = 0.004, 0.002
    pace = Pace(PaceRules(overall=30))
    counted: list[float] = []
    answers: list[tuple[float, int, Call, float]] = []
    now = 0.0
    for number, (late, later) in enumerate([(0.0, 0.0), *delays]):
        while True:
            while answers and answers[0][0] <= now:
                at, _, call, sent = heapq.heappop(answers)
                pace.answered(call, sent, at)
            free = pace.overall_at(now, spaced=False)
            if free <= now:
                break
            now = min(free, answers[0][0]) if answers else free
        call = pace.spend(f"c{number}", now, group=False)
        counted.append(now + there + late)
        heapq.heappush(answers, (now + there + late + later + back, number, call, now))
    assert most_within(sorted(counted), 1.0) <= 30


@given(
    st.lists(st.tuples(st.floats(0, 20), st.integers(0, 3)), max_size=120),
    st.integers(1, 30),
    st.integers(1, 5),
    st.integers(1, 40),
)
@settings(max_examples=60, deadline=None)
def test_no_rate_is_ever_exceeded(arrivals: list[tuple[float, int]], overall: int, burst: int, group: int) -> None:
    rules = PaceRules(overall=overall, private=1, burst=burst, group=group)
    pace = Pace(rules)
    sent: dict[str, list[float]] = {}
    every: list[float] = []
    queue = [(at, n, f"c{chat}", chat == 0) for n, (at, chat) in enumerate(sorted(arrivals))]
    heapq.heapify(queue)
    while queue:
        now, n, chat, is_group = heapq.heappop(queue)
        at = max(pace.overall_at(now, spaced=False), pace.chat_at(chat, now, group=is_group))
        if at > now:
            heapq.heappush(queue, (at, n, chat, is_group))
            continue
        pace.spend(chat, now, group=is_group)
        sent.setdefault(chat, []).append(now)
        every.append(now)
    assert len(every) == len(arrivals)
    assert most_within(every, 1.0) <= overall
    for chat, times in sent.items():
        if chat == "c0":
            assert most_within(times, 60.0) <= group
        else:
            for seconds in (1.0, 5.0, 10.0):
                assert most_within(times, seconds) <= burst + seconds


def test_a_broadcast_uses_almost_all_that_is_allowed_and_no_more() -> None:
    ready = ReadyLanes(Pace(PaceRules()))
    for n in range(3000):
        ready.add(LaneState(n, "wire", f"c{n}", False), 2)
    times = [at for at, _ in play(ready, 200.0, late=0.002)]
    assert len(times) == 3000
    assert most_within(times, 1.0) <= 30
    assert 3000 / (times[-1] - times[0]) / 30 >= 0.97


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_call_that_does_not_count_takes_nothing_from_the_others(made: list[bool], group: bool) -> None:
    mixed, alone = Pace(PaceRules(overall=5, group=4)), Pace(PaceRules(overall=5, group=4))
    now = 0.0
    for counted in made:
        now = max(mixed.overall_at(now, spaced=True), mixed.chat_at("c", now, group=group))
        call = mixed.spend("c", now, group=group)
        if counted:
            alone.spend("c", now, group=group)
        else:
            mixed.spare("c", call, group=group)
    # A gap of bulk may start anew where nothing was said for long; what people wait for goes at the same moment.
    assert mixed.overall_at(now, spaced=False) == alone.overall_at(now, spaced=False)
    assert abs(mixed.chat_at("c", now, group=group) - alone.chat_at("c", now, group=group)) < 0.000_001


def test_an_answer_finds_a_gap_in_a_broadcast() -> None:
    pace = Pace(PaceRules())
    ready = ReadyLanes(pace)
    for n in range(1000):
        ready.add(LaneState(n, "wire", f"c{n}", False), 2)
    broadcast = [at for at, _ in play(ready, 10.0)]
    now = broadcast[-1]
    ready.add(LaneState(5000, "wire", "person", False), 0)
    picked: list[LaneState] = []
    while not picked:
        picked = [state for state in ready.pick(now, 1) if state.id == 5000]
        now = ready.next_at() or now
    assert now - broadcast[-1] < 0.1


def test_the_most_urgent_go_first_and_the_longest_waiting_among_them() -> None:
    ready = ReadyLanes(Pace(FREE))
    for lane_id, priority in ((1, 2), (2, 0), (3, 1), (4, 0)):
        ready.add(LaneState(lane_id, "wire", f"c{lane_id}", False), priority)
    ready.add(LaneState(1, "wire", "c1", False), 0)
    assert [state.id for state in ready.pick(0.0, 10)] == [2, 4, 1, 3]


def test_what_nobody_waits_for_leaves_room_for_answers() -> None:
    ready = ReadyLanes(Pace(FREE))
    for n in range(10):
        ready.add(LaneState(n, "wire", f"c{n}", False), 2)
    assert len(ready.pick(0.0, 8, 4)) == 4
    ready.add(LaneState(99, "wire", "person", False), 0)
    assert [state.id for state in ready.pick(0.0, 4, 0)] == [99]


def test_a_lane_in_hand_is_not_picked_again_and_comes_back_with_what_arrived() -> None:
    ready = ReadyLanes(Pace(FREE))
    state = LaneState(1, "wire", "c", False)
    ready.add(state, 0)
    assert ready.pick(0.0, 10) == [state]
    ready.add(LaneState(1, "wire", "c", False), 0)
    assert ready.pick(0.0, 10) == []
    ready.finish(state, {0: 1})
    assert ready.pick(0.0, 10) == [state]
    ready.finish(state, {0: 1})
    assert ready.pick(0.0, 10) == []
    assert len(ready) == 0


def test_threads_of_a_group_share_its_minute_in_turn() -> None:
    ready = ReadyLanes(Pace(PaceRules(overall=0, private=0, group=20)))
    for n in range(40):
        ready.add(LaneState(n, "wire", "g", True), 0)
    calls = play(ready, 200.0)
    assert [state.id for _, state in calls] == list(range(40))
    assert most_within([at for at, _ in calls], 60.0) == 20
    assert calls[-1][0] < 62


def test_a_blocked_chat_waits_alone_and_a_blocked_channel_together() -> None:
    pace = Pace(FREE)
    pace.block("a", 10.0)
    assert pace.chat_at("a", 5.0, group=True) == 10.0
    assert pace.chat_at("b", 5.0, group=True) == 5.0
    pace.unblock("a")
    assert pace.chat_at("a", 5.0, group=False) == 5.0
    pace.block_all(7.0)
    assert pace.overall_at(5.0, spaced=False) == 7.0


def test_what_a_group_was_told_counts_from_when_it_can_have_arrived() -> None:
    pace = Pace(PaceRules(overall=0, group=20))
    pace.answered(pace.spend("g", 0.0, group=True), 0.0, 0.1)
    for _ in range(19):
        pace.answered(pace.spend("g", 1.0, group=True), 1.0, 6.0)
    pace.answered(pace.spend("g", 61.0, group=True), 61.0, 61.1)
    assert pace.chat_at("g", 61.2, group=True) >= 65.9, (
        "those nineteen may have been counted only just before the answer"
    )


def test_no_limit_is_no_limit() -> None:
    pace = Pace(FREE)
    for _ in range(1000):
        assert pace.overall_at(0.0, spaced=True) == 0.0
        assert pace.chat_at("g", 0.0, group=True) == 0.0
        pace.spend("g", 0.0, group=True)
    window = Window(0, 1.0)
    window.spend(Call(0.0))
    assert window.free_at(0.0) == 0.0


Step = tuple[str, float]
STEPS = st.lists(
    st.tuples(st.sampled_from(["pass", "send", "send", "send", "record", "restart"]), st.floats(0, 25)),
    min_size=20,
    max_size=150,
)


@given(STEPS, st.integers(1, 12))
@settings(max_examples=150, deadline=None)
def test_a_group_hears_no_more_than_its_rate_whoever_is_started_anew(steps: list[Step], lanes: int) -> None:
    """What was recorded is known after a kill; what was not has its row still waiting in its lane."""
    rules, group, now = PaceRules(overall=0, private=0, group=5), True, 1000.0
    pace, counted, recorded = Pace(rules), list[float](), list[int]()
    free, in_flight = list(range(lanes)), list[int]()
    for what, seconds in steps:
        if what == "pass":
            now += seconds
        elif what == "send" and free and pace.chat_at("g", now, group=group) <= now:
            in_flight.append(free.pop(0))
            pace.spend("g", now, group=group)
            counted.append(now)
        elif what == "record" and in_flight:
            free.append(in_flight.pop(0))
            recorded.append(int(now) + 1)
        elif what == "restart":
            free, in_flight = [*free, *in_flight], []
            pace = Pace(rules)
            # What may have been said counts as said for the next one too.
            recorded = [*(at for at in recorded if at > int(now) - CALLS_SECONDS), *[int(now) + 1] * lanes]
            pace.recall("g", [int(now) - at for at in recorded], now, group=group)
    assert most_within(counted, 60.0) <= 5


@given(st.lists(st.integers(1, 10), min_size=1, max_size=40), st.integers(3, 20))
@settings(max_examples=60, deadline=None)
def test_an_album_counts_as_many_as_it_has_parts(weights: list[int], most: int) -> None:
    pace, now = Pace(PaceRules(overall=30, group=most)), 0.0
    counted: list[float] = []
    for weight in weights:
        now = max(pace.chat_at("g", now, group=True), pace.overall_at(now, spaced=False))
        call = pace.spend("g", now, group=True)
        later = pace.room_for("g", weight - 1, now, group=True)
        if later > now:
            pace.spare("g", call, group=True)
            now = later
            call = pace.spend("g", now, group=True)
            assert pace.room_for("g", weight - 1, now, group=True) <= now
        pace.spend_more("g", call, weight - 1, group=True)
        counted += [now] * min(weight, most)
    assert most_within(counted, 60.0) <= most


def test_what_is_too_much_for_now_keeps_its_place() -> None:
    pace = Pace(PaceRules(overall=0, private=0, group=3))
    ready = ReadyLanes(pace)
    album, other = LaneState(1, "wire", "g", True), LaneState(2, "wire", "g", True)
    pace.spend("g", 0.0, group=True)
    ready.add(album, 0)
    ready.add(other, 0)
    assert [each.id for each in ready.pick(1.0, 1)] == [1]
    assert not ready.reckon(album, 3, 1.0)
    assert ready.pick(30.0, 5) == []
    assert [each.id for each in ready.pick(61.0, 5)] == [1, 2]
    assert ready.reckon(album, 0, 61.0)
    assert ready.reckon(other, 3, 61.0)
