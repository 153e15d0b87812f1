"""The client gql of Python: a query, a refusal, a subscription."""

import asyncio
import os
import urllib.request

from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.websockets import WebsocketsTransport

GATEWAY = os.environ["GATEWAY"]
TOKEN = urllib.request.urlopen(os.environ["ISSUER"] + "/token?role=operator&sub=gql").read().decode().strip()
HEADERS = {"Authorization": "Bearer " + TOKEN}
OVER = "{ calls(first: 1, filter: {statuses: [COMPLETED, CANCELLED]}) { edges { node { callId state } } } }"


async def ask() -> str:
    transport = AIOHTTPTransport(url=GATEWAY + "/graphql", headers=HEADERS)
    async with Client(transport=transport, fetch_schema_from_transport=True) as session:
        calls = await session.execute(gql(OVER))
        try:
            await session.execute(gql('{ call(id: "999999999999999999") { callId } }'))
            raise AssertionError("an unknown call was answered")
        except TransportQueryError as refused:
            assert refused.errors[0]["extensions"]["reason"] == "CALL_NOT_FOUND", refused.errors
        return calls["calls"]["edges"][0]["node"]["callId"]


async def follow(call_id: str) -> None:
    transport = WebsocketsTransport(
        url=GATEWAY.replace("http", "ws") + "/graphql",
        init_payload=HEADERS,
        subprotocols=[WebsocketsTransport.GRAPHQLWS_SUBPROTOCOL],
    )
    async with Client(transport=transport) as session:
        document = gql('subscription { callChanged(callId: "%s") { callId state } }' % call_id)
        seen = [event["callChanged"]["callId"] async for event in session.subscribe(document)]
        assert seen == [call_id], seen


async def main() -> None:
    await follow(await ask())
    print("gql: all right")


asyncio.run(main())
