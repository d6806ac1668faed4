"""A message of several parts: each good one arrives once, each bad one is known, whatever a platform hints."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.flow.packing import pack, progress_of, unpack
from bot.flow.parts import FRESH, WORDS, Progress, Share, blame, miss, next_share, went
from handlers.core.vocabulary import Address, Attachment, FileKind, Outgoing, OutKind, Refusal


def message(files: int, text: str) -> Outgoing:
    kinds = tuple(Attachment(FileKind.PHOTO, ref=str(n)) for n in range(files))
    return Outgoing(OutKind.SEND, to=Address("wire", "a"), text=text, attachments=kinds)


def refusal_of(share: Share, bad: set[int], hint: int, *, bad_words: bool) -> tuple[Refusal, tuple[int, ...]] | None:
    """What a platform says to a call; ``hint``: how well it says which file it means, if at all."""
    wrong = [part for part in share.files if part in bad]
    if share.words and bad_words:
        return Refusal.TOO_BIG, ()
    if not wrong:
        return None
    if len(share.files) == 1:
        return Refusal.FILE_LOST, share.files if hint else ()
    return Refusal.FILE_LOST, ((), (wrong[0],), (share.files[-1],))[hint]


@given(
    st.integers(1, 10),
    st.sets(st.integers(0, 9)),
    st.booleans(),
    st.booleans(),
    st.lists(st.integers(0, 2), min_size=40, max_size=40),
    st.integers(0, 3),
)
@settings(max_examples=300, deadline=None)
def test_the_good_ones_go_once_and_the_bad_ones_are_known(
    files: int, bad: set[int], words: bool, bad_words: bool, hints: Sequence[int], crash_every: int
) -> None:
    said = message(files, "说明" if words else "")
    progress, sent, spoken, calls, repeats = FRESH, list[int](), 0, 0, 0
    while (share := next_share(said, progress)) is not None:
        calls += 1
        assert calls <= 3 * files + 6
        # What is kept on the row is all that is known of it: a crash loses the call in flight and nothing else.
        progress = progress_of(pack(said, progress))
        refused = refusal_of(share, bad, hints[calls % 40], bad_words=bad_words)
        if refused is None:
            if crash_every and calls % (crash_every + 1) == 0 and not repeats:
                repeats += 1
                continue
            sent += share.files
            spoken += share.words
            progress = went(progress, share.words, share.files)
        else:
            after = blame(progress, share, *refused)
            assert after is not None
            progress = after
    good = [part for part in range(files) if part not in bad]
    assert sorted(sent) == good
    assert spoken == (words and not bad_words)
    assert {each.part for each in progress.missed} == {part for part in bad if part < files} | (
        {WORDS} if words and bad_words else set()
    )


def test_good_ones_go_together_and_in_order() -> None:
    said = message(4, "说明")
    assert next_share(said, FRESH) == Share(True, (0, 1, 2, 3))
    suspected = blame(FRESH, Share(True, (0, 1, 2, 3)), Refusal.ODD_PICTURE, (2,))
    assert suspected is not None
    assert next_share(said, suspected) == Share(True, (0, 1, 3))
    assert next_share(said, went(suspected, True, (0, 1, 3))) == Share(False, (2,))


def test_a_kind_that_is_forbidden_is_forbidden_for_all_of_it() -> None:
    found = blame(FRESH, Share(True, (0, 1, 2)), Refusal.NO_RIGHTS, (0, 2))
    assert found is not None
    assert next_share(message(3, "说明"), found) == Share(True, (1,))
    # Without a file that it is about, it is about the chat.
    assert blame(FRESH, Share(True, (0,)), Refusal.NO_RIGHTS, ()) is None
    assert blame(FRESH, Share(True, (0,)), Refusal.UNREACHABLE, ()) is None


def test_words_go_on_when_no_file_does() -> None:
    said = message(2, "说明")
    none = miss(FRESH, (0, 1), Refusal.UNCLEAN_KIND)
    assert next_share(said, none) == Share(True)
    assert next_share(said, went(none, True, ())) is None
    assert next_share(message(2, ""), none) is None


def test_how_far_it_has_come_is_read_again_as_it_was_written() -> None:
    said = message(2, "说明")
    progress = miss(Progress(said=True, sent=(0,), alone=(1,)), (1,), Refusal.BARRED, "VOICE_MESSAGES_FORBIDDEN")
    packed = pack(said, progress)
    assert progress_of(packed) == progress
    assert unpack(packed) == said
    assert progress_of(pack(said)) == FRESH
