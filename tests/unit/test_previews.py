"""Kept documents: few, not for long, and gone when they are gone."""

from __future__ import annotations

from data.result import Extraction
from data.schema import Document, Page
from serving.previews import Previews

PAGES = (Page(1, 595, 842), Page(2, 595, 842))


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Camera:
    """Takes pictures of 10 bytes and counts them."""

    taken = 0

    def __call__(self, content: bytes, name: str, page: Page) -> bytes:
        self.taken += 1
        return b"%010d" % page.number


def store(clock: Clock | None = None, camera: Camera | None = None, **limits: float) -> Previews:
    most, most_bytes = int(limits.get("most", 10)), int(limits.get("most_bytes", 10_000))
    return Previews(camera or Camera(), most=most, most_bytes=most_bytes, seconds=60, clock=clock or Clock())


def put(previews: Previews, size: int = 10, *, keep: bool = False) -> str:
    document = Document("a.pdf", "0" * 64, PAGES)
    return previews.put(b"x" * size, Extraction("a.pdf", "0" * 64, pages=2), document, keep=keep).id


def test_a_preview_is_found_until_its_time_is_over() -> None:
    clock = Clock()
    previews = store(clock)
    key = put(previews)
    clock.now = 59
    assert previews.get(key) is not None
    clock.now = 60
    assert previews.get(key) is None


def test_samples_stay() -> None:
    clock = Clock()
    previews = store(clock, most=1)
    sample = put(previews, keep=True)
    put(previews)
    put(previews)
    clock.now = 1e6
    assert previews.get(sample) is not None
    assert not previews.drop(sample)


def test_the_oldest_goes_when_there_are_too_many() -> None:
    previews = store(most=2)
    first, second, third = put(previews), put(previews), put(previews)
    assert previews.get(first) is None
    assert None not in (previews.get(second), previews.get(third))


def test_pictures_go_before_documents_when_memory_is_short() -> None:
    camera = Camera()
    previews = store(camera=camera, most_bytes=100)
    first = put(previews, 40)
    preview = previews.get(first)
    assert preview is not None
    previews.page_image(preview, 1)
    second = put(previews, 55)  # 40 + 55 + a picture of 10 are too much
    assert None not in (previews.get(first), previews.get(second))
    previews.page_image(preview, 1)
    assert camera.taken == 2
    put(previews, 90)
    assert previews.get(first) is None
    assert previews.get(second) is None


def test_the_newest_document_stays_however_large_it_is() -> None:
    previews = store(most_bytes=100)
    key = put(previews, 500)
    assert previews.get(key) is not None


def test_a_picture_is_made_once_and_only_of_pages_that_exist() -> None:
    camera = Camera()
    previews = store(camera=camera)
    preview = previews.get(put(previews))
    assert preview is not None
    assert previews.page_image(preview, 2) == b"0000000002"
    assert previews.page_image(preview, 2) == b"0000000002"
    assert camera.taken == 1
    assert previews.page_image(preview, 3) is None


def test_a_dropped_preview_is_gone_with_its_pictures() -> None:
    camera = Camera()
    previews = store(camera=camera)
    key = put(previews)
    preview = previews.get(key)
    assert preview is not None
    previews.page_image(preview, 1)
    assert previews.drop(key)
    assert previews.get(key) is None
    assert not previews.drop(key)
    previews.page_image(preview, 1)  # somebody still holds it: made again, not kept
    previews.page_image(preview, 1)
    assert camera.taken == 3


def test_ids_cannot_be_guessed() -> None:
    previews = store(most=1000)
    keys = {put(previews) for _ in range(200)}
    assert len(keys) == 200
    assert min(len(key) for key in keys) >= 24
