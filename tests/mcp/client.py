"""The official Python client: it starts the server, carries out the session, and prints what comes back."""

import asyncio
import json
import sys
from pathlib import Path

from mcp import ClientSession, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client

SESSION = json.loads(Path(__file__).with_name("session.json").read_text())


def start(text):
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines[:8] + (["[and more]"] if len(lines) > 8 else []))


async def main(program):
    server = StdioServerParameters(command=program, args=["mcp"])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        started = await session.initialize()
        print(f"server: {started.server_info.name}")
        for tool in (await session.list_tools()).tools:
            print(f"tool: {tool.name}({', '.join(tool.input_schema['properties'])})")
        for name, arguments in SESSION["calls"]:
            result = await session.call_tool(name, arguments)
            print(f"\n> {name} {json.dumps(arguments)}{' (an error)' if result.is_error else ''}")
            print(start(result.content[0].text))
        for name in SESSION["unknown"]:
            print(f"\n> {name}")
            print(await refused(session.call_tool(name, {})))
        print(f"\nresources: {len((await session.list_resources()).resources)}")
        for template in (await session.list_resource_templates()).resource_templates:
            print(f"template: {template.uri_template}")
        for uri in SESSION["resources"]:
            contents = (await session.read_resource(uri)).contents[0]
            print(f"\n> {uri} ({contents.mime_type})")
            print(start(contents.text))
        for uri in SESSION["missing"]:
            print(f"\n> {uri}")
            print(await refused(session.read_resource(uri)))


async def refused(request):
    try:
        await request
    except MCPError as error:
        return f"refused: {error}"
    return "not refused"


asyncio.run(main(sys.argv[1]))
