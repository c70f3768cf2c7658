"""An order given to the desk by hand: a form on the work list, for one file or several, without a script."""

from __future__ import annotations

from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Depends, File, Response, UploadFile
from fastapi.responses import RedirectResponse

from serving.access import Person, needs
from serving.desk.office import Office
from serving.desk.receive import receive

Clerk = Annotated[Person, Depends(needs("clerk"))]


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk")

    @router.post("/upload")
    async def take(person: Clerk, file: Annotated[list[UploadFile], File()]) -> Response:
        """Each file is an order, kept before the answer; one that is refused says why, those before it are kept."""
        last = ""
        for one in file:
            content, name = await one.read(), one.filename or ""

            def keep(content: bytes = content, name: str = name) -> str:
                return receive(office.store, content, name, source="page", by=person.name)[0].id

            last = await anyio.to_thread.run_sync(keep)
        return RedirectResponse(f"/desk/orders/{last}" if len(file) == 1 else "/desk?group=moving", 303)

    return router
