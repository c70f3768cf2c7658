"""Who may do what: sessions of people, keys of other systems, roles, and one list of what is open to everybody.

A page or endpoint asks for a role and gets who it is:

    @router.get("/desk/rules")
    def rules(request: Request, person: Annotated[Person, Depends(needs("approver"))]) -> Response: ...

`guard.Guard` stands before all routes and lets nobody through unknown, so that a route that forgot to ask is not open.
"""

from serving.access import tries
from serving.access.guard import Access, needs
from serving.access.person import Person
from serving.access.settings import AccessSettings

__all__ = ["Access", "AccessSettings", "Person", "needs", "tries"]
