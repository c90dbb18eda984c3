"""A Jupyter client that a test drives with lines of JSON: commands come in on stdin, events go out on stdout.

Usage: kernel_client.py KERNEL-NAME, in the folder that the kernel shall work in.
Commands: {"do": "execute", "tag": T, "code": C} | interrupt | kill (SIGKILL) | forge (a message with a wrong signature, with "code") | shutdown
Events:   {"event": "started", "pid": P} | {"event": "message", "tag": T, "type": ..., "content": ...}
          {"event": "reply", "tag": T, "content": ...} | {"event": "idle", "tag": T} | {"event": "done", "what": ...} | {"event": "ended"}
"""
import json
import os
import queue
import signal
import sys

import zmq
from jupyter_client import KernelManager
from jupyter_client.session import Session

STARTUP_SECONDS = 60


def emit(**event):
    sys.stdout.write(json.dumps(event, default=str) + "\n")
    sys.stdout.flush()


class Driver:
    def __init__(self, kernel_name):
        self.manager = KernelManager(kernel_name=kernel_name)
        # What a kernel writes outside its messages (its log) must not get among the events.
        self.manager.start_kernel(stdout=sys.stderr, stderr=sys.stderr)
        self.pid = self.manager.provisioner.pid
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=STARTUP_SECONDS)
        self.tags = {}
        self.alive = True
        self.commands = b""
        emit(event="started", pid=self.pid)

    def run(self):
        poller = zmq.Poller()
        poller.register(sys.stdin.fileno(), zmq.POLLIN)
        poller.register(self.client.shell_channel.socket, zmq.POLLIN)
        poller.register(self.client.iopub_channel.socket, zmq.POLLIN)
        while True:
            ready = dict(poller.poll())
            # Messages before replies: a reply then stands after all that its cell had shown by then.
            self.drain(self.client.get_iopub_msg, self.on_message)
            self.drain(self.client.get_shell_msg, self.on_reply)
            if sys.stdin.fileno() in ready and not self.read_commands():
                return

    @staticmethod
    def drain(get, handle):
        while True:
            try:
                message = get(timeout=0)
            except queue.Empty:
                return
            handle(message)

    def tag_of(self, message):
        return self.tags.get(message["parent_header"].get("msg_id"))

    def on_message(self, message):
        tag = self.tag_of(message)
        if tag is None:
            return
        if message["msg_type"] == "status":
            if message["content"]["execution_state"] == "idle":
                emit(event="idle", tag=tag)
            return
        emit(event="message", tag=tag, type=message["msg_type"], content=message["content"])

    def on_reply(self, message):
        tag = self.tag_of(message)
        if tag is not None and message["msg_type"] == "execute_reply":
            emit(event="reply", tag=tag, content=message["content"])

    def read_commands(self):
        """Takes all whole lines; False at the end of input or after shutdown."""
        chunk = os.read(sys.stdin.fileno(), 1 << 20)
        self.commands += chunk
        *lines, self.commands = self.commands.split(b"\n")
        for line in lines:
            command = json.loads(line)
            getattr(self, "do_" + command["do"])(command)
        return bool(chunk) and self.alive

    def do_execute(self, command):
        self.tags[self.client.execute(command["code"])] = command["tag"]

    def do_interrupt(self, command):
        self.manager.interrupt_kernel()
        emit(event="done", what="interrupt")

    def do_kill(self, command):
        os.kill(self.pid, signal.SIGKILL)
        self.manager.provisioner.process.wait()
        emit(event="done", what="kill")

    def do_forge(self, command):
        """Sends an execute_request signed with another key, as a stranger on the same machine could."""
        info = self.manager.get_connection_info()
        socket = zmq.Context.instance().socket(zmq.DEALER)
        socket.connect(f"tcp://{info['ip']}:{info['shell_port']}")
        content = {"code": command["code"], "silent": False, "store_history": True, "user_expressions": {},
                   "allow_stdin": False, "stop_on_error": True}
        Session(key=b"not-the-key").send(socket, "execute_request", content)
        # An answer would be a breach; None within the time is what a sound kernel gives.
        answered = socket.poll(timeout=2000) != 0
        socket.close(linger=0)
        emit(event="done", what="forge", answered=answered)

    def do_shutdown(self, command):
        self.alive = False
        self.stop()

    def stop(self):
        self.client.stop_channels()
        if self.manager.is_alive():
            self.manager.shutdown_kernel(now=False)
        self.manager.cleanup_resources()
        emit(event="ended")


if __name__ == "__main__":
    driver = Driver(sys.argv[1])
    try:
        driver.run()
    finally:
        if driver.alive:
            driver.stop()
