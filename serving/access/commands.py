"""`ordermill admin`: people and keys from the command line; the first admin is made here."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from data.errors import OrdermillError
from serving.desk.commands import opened
from serving.desk.store import Tx, identities, people
from serving.loading import complain

app = typer.Typer(help="People who may use the desk, and keys for other systems.", no_args_is_help=True)

BY = "command line"
Role = Annotated[str, typer.Option(help="annotator, clerk, approver or admin.")]


def _told(error: OrdermillError) -> typer.Exit:
    complain(error.message)
    complain(error.hint)
    return typer.Exit(1)


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="What the person signs in with.")],
    role: Role = "admin",
    language: Annotated[str, typer.Option(help="pl, en or de.")] = "en",
    email: Annotated[str | None, typer.Option(help="Ties the person to an account of the identity provider.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Read the password from standard input.")] = False,
) -> None:
    """Make a person. Without --password a link is printed with which they set their own; it is good for a day."""
    from serving.access import Access
    from serving.access.links import Links

    given = sys.stdin.readline().rstrip("\n") if password else None
    with opened() as office:
        try:
            user = office.store.run(
                lambda tx: people.add_user(tx, name, role, given, BY, email=email, language=language)
            )
        except OrdermillError as error:
            raise _told(error) from error
        if given is None:
            typer.echo(Links(Access(office.store).secret).make(user))


@app.command()
def link(name: Annotated[str, typer.Argument(help="Who is to set a new password.")]) -> None:
    """Print a link with which a person sets a new password; it is good for a day and for one use."""
    from serving.access import Access
    from serving.access.links import Links

    with opened() as office:
        with office.store.read() as tx:
            user = people.user(tx, name)
        if user is None:
            raise _told(people.BadAccount(f"There is no user {name}."))
        typer.echo(Links(Access(office.store).secret).make(user))


@app.command()
def key(
    name: Annotated[str, typer.Argument(help="What system it is for.")],
    role: Role = "clerk",
    days: Annotated[int | None, typer.Option(min=1, max=3650, help="Days it is good for; else for ever.")] = None,
) -> None:
    """Make a key for another system and print it, this once."""
    until = None if days is None else datetime.now(UTC) + timedelta(days=days)
    with opened() as office:
        try:
            typer.echo(office.store.run(lambda tx: people.add_key(tx, name, role, BY, until))[1])
        except OrdermillError as error:
            raise _told(error) from error


@app.command()
def untie(
    name: Annotated[str, typer.Argument(help="Whose account at the identity provider is another one now.")],
) -> None:
    """Forget which account of the identity provider a person has; the next with their address is tied to them."""
    with opened() as office:
        if not office.store.run(lambda tx: identities.untie(tx, name.strip().lower(), BY)):
            raise _told(people.BadAccount(f"No account of an identity provider is tied to {name}."))


@app.command(hidden=True)
def first(
    with_key: Annotated[bool, typer.Option("--key", help="Make a key too.")] = False,
) -> None:
    """What `make run` needs of a new desk: an admin's link where there is nobody yet, and a key. One JSON object."""
    from serving.access import Access
    from serving.access.links import Links

    with opened() as office:

        def make(tx: Tx) -> dict[str, str]:
            out = {"key": people.add_key(tx, "make run", "clerk", BY)[1]} if with_key else {}
            if not people.users(tx):
                out["link"] = Links(secret).make(people.add_user(tx, "admin", "admin", None, BY))
            return out

        secret = Access(office.store).secret
        typer.echo(json.dumps(office.store.run(make)))


@app.command("list")
def listed() -> None:
    """People and keys, and whether they may enter."""
    with opened() as office, office.store.read() as tx:
        for user in people.users(tx):
            typer.echo(f"person  {user.name:<24}{user.role:<12}{'' if user.active else 'shut out'}")
        for kept in people.keys(tx):
            state = "revoked" if kept.revoked_at else ""
            typer.echo(f"key     {kept.name + ' ' + kept.id:<24}{kept.role:<12}{state}")


@app.command()
def off(name: Annotated[str, typer.Argument(help="A person's name, or the id of a key.")]) -> None:
    """Shut a person out, or revoke a key; their sessions end at once."""
    with opened() as office:
        try:
            with office.store.read() as tx:
                is_person = people.user(tx, name) is not None
            if is_person:
                office.store.run(lambda tx: people.change_user(tx, name, BY, active=False))
            else:
                office.store.run(lambda tx: people.revoke_key(tx, name, BY))
        except OrdermillError as error:
            raise _told(error) from error
