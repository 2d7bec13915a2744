"""A class on one machine: a JupyterHub, so many students at once, each of whom runs lessons 2 and 5.

    HUB/bin/python benchmarks/hub.py HUB PROXY [students]

HUB is an environment with jupyterhub and this package with its extra `lab`; PROXY is configurable-http-proxy, from npm.
Every student is a user of the hub with a server and two kernels of their own (SimpleLocalProcessSpawner, on one
account, so not shut off from each other). All begin at the same moment, and run the code cells of both lessons, one by
one, as Run All Cells does.

Printed: seconds until the server answers and until each lesson has run, as minimum, median and maximum; memory of a
student's processes, shared pages divided among those that share them (PSS); failures.
Explorers answer in the browser and cost a server nothing while they are dragged, so no browser is measured here.
"""

import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import websocket

from lstmlesson import course

LESSONS = ("02_weight_sharing.ipynb", "05_time_distributed.ipynb")
TOKEN = secrets.token_hex(16)
CONFIGURATION = """
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.Spawner.notebook_dir = "{folder}/{{username}}"
c.Spawner.args = ["--allow-root"]
c.Spawner.http_timeout = c.Spawner.start_timeout = 300
c.JupyterHub.concurrent_spawn_limit = 0
c.JupyterHub.services = [{{"name": "class", "api_token": {token!r}}}]
c.JupyterHub.load_roles = [{{"name": "class", "scopes": ["admin:users", "admin:servers", "access:servers", "tokens"],
                            "services": ["class"]}}]
"""


def free():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def asked(url, method="GET", data=None):
    """An answer of the hub, or of a student's server."""
    body = None if data is None else json.dumps(data).encode()
    request = urllib.request.Request(url, body, {"Authorization": f"token {TOKEN}"}, method=method)
    with urllib.request.urlopen(request, timeout=300) as answer:
        return json.loads(answer.read() or b"null")


def student(base, name):
    """One student: seconds until the server answers, seconds of each lesson, and what failed."""
    begin, failures = time.monotonic(), []
    asked(f"{base}/hub/api/users/{name}", "POST")
    asked(f"{base}/hub/api/users/{name}/server", "POST", {})
    while not asked(f"{base}/hub/api/users/{name}")["servers"].get("", {}).get("ready"):
        time.sleep(0.5)
    times = [time.monotonic() - begin]
    for lesson in LESSONS:
        begin = time.monotonic()
        failures += run(f"{base}/user/{name}", lesson)
        times.append(time.monotonic() - begin)
    return times, failures


def run(server, lesson):
    """Run the code cells of a lesson in a kernel of a student's server; the cells that raised."""
    kernel = asked(f"{server}/api/kernels", "POST", {"name": "python3"})["id"]
    address = server.replace("http", "ws", 1) + f"/api/kernels/{kernel}/channels"
    channel = websocket.create_connection(address, header={"Authorization": f"token {TOKEN}"}, timeout=300)
    cells = json.loads((course.folder() / lesson).read_text("utf-8"))["cells"]
    failed = [f"{lesson}, cell {at}" for at, cell in enumerate(cells) if not ran(channel, cell)]
    channel.close()
    return failed


def ran(channel, cell):
    if cell["cell_type"] != "code":
        return True
    name = uuid.uuid4().hex
    content = {"code": "".join(cell["source"]), "silent": False, "store_history": True}
    header = {"msg_id": name, "msg_type": "execute_request", "username": "", "session": name, "version": "5.3"}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    channel.send(json.dumps(message))
    while True:
        answer = json.loads(channel.recv())
        if answer["parent_header"].get("msg_id") == name and answer["msg_type"] == "execute_reply":
            return answer["content"]["status"] == "ok"


def memory(name):
    """Megabytes of all processes of a student, what is shared divided among those that share it."""
    kilobytes = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"JUPYTERHUB_USER={name}\0".encode() in (process / "environ").read_bytes():
                rollup = (process / "smaps_rollup").read_text()
                kilobytes += int(rollup.partition("\nPss:")[2].split()[0])
        except (OSError, IndexError):
            continue
    return kilobytes / 1024


def told(what, numbers, unit):
    low, middle, high = min(numbers), statistics.median(numbers), max(numbers)
    print(f"  {what:34} {low:7.1f} / {middle:7.1f} / {high:7.1f} {unit}")


def main():
    environment, proxy, students = sys.argv[1], sys.argv[2], int((sys.argv[3:] or ["10"])[0])
    names = [f"student{number}" for number in range(students)]
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            (Path(folder) / name).mkdir()
        ports = {"port": free(), "hub": free(), "proxy_port": free()}
        configuration = Path(folder) / "configuration.py"
        configuration.write_text(CONFIGURATION.format(folder=folder, proxy=proxy, token=TOKEN, **ports))
        command = [f"{environment}/bin/jupyterhub", "--config", str(configuration)]
        path = os.pathsep.join([f"{environment}/bin", os.environ["PATH"]])
        with open(Path(folder) / "log", "w") as log:
            hub = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env={**os.environ, "PATH": path})
        try:
            measure(f"http://127.0.0.1:{ports['port']}", names)
        finally:
            hub.terminate()
            hub.wait(60)


def measure(base, names):
    for _ in range(60):
        try:
            asked(f"{base}/hub/api/users")
            break
        except OSError:
            time.sleep(1)
    with ThreadPoolExecutor(len(names)) as all_at_once:
        found = list(all_at_once.map(lambda name: student(base, name), names))
    failures = [failure for _, several in found for failure in several]
    print(f"{len(names)} students at once, {os.cpu_count()} cores; minimum / median / maximum")
    for at, what in enumerate(["server answers after", *(f"{lesson} has run after" for lesson in LESSONS)]):
        told(what, [times[at] for times, _ in found], "s")
    told("memory of a student", [memory(name) for name in names], "MB")
    print(f"  failures: {failures or 'none'}")


if __name__ == "__main__":
    main()
