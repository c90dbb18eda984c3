"""Hostile and odd messages on the real sockets. Run it with /usr/bin/python3 and JUPYTER_PATH set."""
import unittest

import zmq
from jupyter_client.manager import start_new_kernel
from jupyter_client.session import Session

PATIENCE = 30


class WireTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start_new_kernel(kernel_name="kiln")
        cls.info = cls.manager.get_connection_info()

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()

    def dealer(self):
        socket = zmq.Context.instance().socket(zmq.DEALER)
        socket.linger = 0
        socket.connect(f"tcp://127.0.0.1:{self.info['shell_port']}")
        self.addCleanup(socket.close)
        return socket

    def assert_alive(self):
        reply = self.client.execute_interactive("1 + 1", timeout=PATIENCE, silent=True)
        self.assertEqual(reply["content"]["status"], "ok")

    def test_a_message_signed_with_another_key_is_dropped(self):
        forger = Session(key=b"not the key")
        socket = self.dealer()
        forger.send(socket, "execute_request", {"code": 'System.IO.File.WriteAllText("/tmp/forged", "x");', "silent": True})
        self.assertEqual(socket.poll(500), 0)
        self.assert_alive()

    def test_unsigned_truncated_and_garbage_frames_are_dropped(self):
        socket = self.dealer()
        for frames in ([b""], [b"<IDS|MSG>"], [b"<IDS|MSG>", b"", b"{}", b"{}", b"{}", b"{}"], [b"\xff" * 1000], [b"<IDS|MSG>", b"0" * 64, b"{", b"", b"", b""]):
            socket.send_multipart(frames)
        self.assertEqual(socket.poll(500), 0)
        self.assert_alive()

    def test_a_message_signed_with_the_key_is_answered(self):
        friend = Session(key=self.info["key"])
        socket = self.dealer()
        friend.send(socket, "kernel_info_request", {})
        self.assertGreater(socket.poll(1000 * PATIENCE), 0)
        _, frames = friend.feed_identities(socket.recv_multipart())
        self.assertEqual(friend.deserialize(frames)["content"]["implementation"], "kiln")

    def test_the_heartbeat_echoes(self):
        socket = zmq.Context.instance().socket(zmq.REQ)
        socket.linger = 0
        self.addCleanup(socket.close)
        socket.connect(f"tcp://127.0.0.1:{self.info['hb_port']}")
        socket.send(b"ping")
        self.assertGreater(socket.poll(1000 * PATIENCE), 0)
        self.assertEqual(socket.recv(), b"ping")

    def test_a_large_cell_and_a_large_output_get_through(self):
        text = "x" * 3_000_000
        seen = []
        self.client.execute_interactive(
            f'Console.Write("{text}");', timeout=PATIENCE, output_hook=lambda message: seen.append(message["content"].get("text", "")))
        self.assertEqual(len("".join(seen)), len(text))


if __name__ == "__main__":
    unittest.main(verbosity=2)
