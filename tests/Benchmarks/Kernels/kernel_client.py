"""A neutral client for the benchmark of kernels: starts one and measures what it is told to.

A request is one line of JSON: {"do": name, ...}; the answer is one line of JSON. Times are milliseconds.
start {"argv": [...], "env": {}} -> kernel_info; info_cpu: processor time of the process until then
run {"code"} -> time until reply and idle are there, cpu, types of the messages seen, text of the result
complete {"code"} -> time, number of matches
wait {"seconds"}, memory, stop
"""
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import zmq
from jupyter_client.session import Session

PATIENCE = 180
CHANNELS = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")


class Kernel:
    """One kernel process and the two sockets that matter here."""

    def __init__(self, argv, env):
        self.folder = tempfile.mkdtemp(prefix="kiln-benchmark-")
        connection = {"ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": os.urandom(16).hex(), **free_ports()}
        path = os.path.join(self.folder, "connection.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(connection, file)
        self.session = Session(key=connection["key"].encode())
        self.shell = connect(zmq.DEALER, connection["shell_port"])
        self.iopub = connect(zmq.SUB, connection["iopub_port"])
        self.iopub.setsockopt(zmq.SUBSCRIBE, b"")
        self.poller = zmq.Poller()
        self.poller.register(self.shell, zmq.POLLIN)
        self.poller.register(self.iopub, zmq.POLLIN)
        self.started = time.perf_counter()
        # A folder of its own: the kernel of one round leaves nothing to the next.
        self.process = subprocess.Popen(
            [path if word == "{connection_file}" else word for word in argv],
            env={**os.environ, **env}, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ask(self, kind, content, until_idle=True):
        """Sends a request; gives (milliseconds, reply, published messages) once the reply and, if wanted, the idle are there."""
        sent = time.perf_counter()
        request = self.session.send(self.shell, kind, content)["header"]["msg_id"]
        reply, published, idle = None, [], not until_idle
        deadline = time.monotonic() + PATIENCE
        while reply is None or not idle:
            if self.process.poll() is not None:
                raise RuntimeError(f"the kernel ended with exit code {self.process.returncode}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"no answer to {kind} within {PATIENCE} s")
            for ready, _ in self.poller.poll(100):
                message = self.receive(ready)
                if message["parent_header"].get("msg_id") != request:
                    continue
                if ready is self.shell:
                    reply = message["content"]
                    continue
                published.append(message)
                idle |= message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
        return (time.perf_counter() - sent) * 1000, reply, published

    def receive(self, ready):
        _, frames = self.session.feed_identities(ready.recv_multipart())
        return self.session.deserialize(frames)

    def processor_time(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def memory(self):
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.shell.close()
        self.iopub.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def free_ports():
    taken = [socket.socket() for _ in CHANNELS]
    for probe in taken:
        probe.bind(("127.0.0.1", 0))
    ports = {name: probe.getsockname()[1] for name, probe in zip(CHANNELS, taken)}
    for probe in taken:
        probe.close()
    return ports


def connect(kind, port):
    endpoint = zmq.Context.instance().socket(kind)
    endpoint.linger = 0
    # The default of 100 ms would round the start of every kernel up.
    endpoint.setsockopt(zmq.RECONNECT_IVL, 2)
    endpoint.connect(f"tcp://127.0.0.1:{port}")
    return endpoint


def start(request):
    kernel = Kernel(request["argv"], request.get("env", {}))
    # The iopub socket may join late: what is published about this first request is not waited for.
    _, reply, _ = kernel.ask("kernel_info_request", {}, until_idle=False)
    return kernel, {
        "ms": (time.perf_counter() - kernel.started) * 1000,
        "cpu": kernel.processor_time(),
        "implementation": reply["implementation"],
    }


def run(kernel, request):
    content = {"code": request["code"], "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
    before = kernel.processor_time()
    ms, reply, published = kernel.ask("execute_request", content, until_idle=request.get("until_idle", True))
    kinds = {}
    for message in published:
        kinds[message["msg_type"]] = kinds.get(message["msg_type"], 0) + 1
    texts = [message["content"]["data"]["text/plain"] for message in published if message["msg_type"] == "execute_result"]
    return {
        "ms": ms,
        "since_start": (time.perf_counter() - kernel.started) * 1000,
        "cpu": kernel.processor_time() - before,
        "error": f"{reply.get('ename')}: {reply.get('evalue')}" if reply["status"] != "ok" else "",
        "kinds": kinds,
        "text": texts[0] if texts else "",
    }


def answer(kernel, request):
    what = request["do"]
    if what == "start":
        return start(request)
    if what == "run":
        return kernel, run(kernel, request)
    if what == "complete":
        code = request["code"]
        ms, reply, _ = kernel.ask("complete_request", {"code": code, "cursor_pos": len(code)}, until_idle=False)
        return kernel, {"ms": ms, "matches": len(reply["matches"])}
    if what == "memory":
        return kernel, {"megabytes": kernel.memory()}
    if what == "wait":
        time.sleep(request["seconds"])
        return kernel, {}
    kernel.stop()
    return None, {}


def main():
    kernel = None
    try:
        for line in sys.stdin:
            kernel, result = answer(kernel, json.loads(line))
            print(json.dumps(result), flush=True)
    except RuntimeError as e:
        print(json.dumps({"failed": str(e)}), flush=True)
    finally:
        if kernel:
            kernel.stop()


if __name__ == "__main__":
    main()
