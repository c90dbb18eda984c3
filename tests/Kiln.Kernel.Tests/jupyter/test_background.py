"""A training in the background of a real kernel: cells run beside it, and the end of the kernel leaves it resumable."""
import os
import tempfile
import time
import unittest

from jupyter_client.manager import KernelManager

PATIENCE = 120


class Notebook:
    """A kernel in a folder of its own, and everything it has published."""

    def __init__(self, folder):
        os.environ["KILN_HOME"] = folder
        self.manager = KernelManager(kernel_name="kiln")
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        self.published = []

    def run(self, code):
        """The id of a cell that has ended well."""
        cell = self.client.execute(code)
        self.until(lambda m: m["msg_type"] == "status" and m["content"]["execution_state"] == "idle" and m["parent_header"].get("msg_id") == cell)
        errors = [m["content"]["evalue"] for m in self.about(cell) if m["msg_type"] == "error"]
        assert not errors, errors
        return cell

    def until(self, condition):
        deadline = time.monotonic() + PATIENCE
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.1, deadline - time.monotonic()))
            self.published.append(message)
            if condition(message):
                return message

    def about(self, cell):
        return [m for m in self.published if m["parent_header"].get("msg_id") == cell]

    def text(self, cell):
        return "\n".join(m["content"]["data"]["text/plain"] for m in self.about(cell) if "data" in m["content"])

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=False)


class BackgroundTraining(unittest.TestCase):
    def test_cells_run_beside_it_and_a_shutdown_leaves_it_resumable(self):
        with tempfile.TemporaryDirectory() as folder:
            first = Notebook(folder)
            first.run("#!data digits")
            first.run("#!model net\nFlatten(), Linear(16), ReLU(), Linear(classes)")
            training = first.run("#!train net --epochs 1000000 --background")
            # Its display goes on changing under its own cell's header while another cell computes.
            gate = os.path.join(folder, "gate")
            busy = first.client.execute(f'while (!File.Exists("{gate}")) System.Threading.Thread.Yield(); 6 * 7')
            update = first.until(lambda m: m["msg_type"] == "update_display_data" and "of 1,000,000" in m["content"]["data"]["text/plain"])
            self.assertEqual(training, update["parent_header"]["msg_id"])
            open(gate, "w").close()
            first.until(lambda m: m["msg_type"] == "execute_result" and m["parent_header"]["msg_id"] == busy)
            self.assertIn("in the background: #!runs stop", first.text(training))
            first.end()

            second = Notebook(folder)
            second.run("#!data digits")
            second.run("#!model net\nFlatten(), Linear(16), ReLU(), Linear(classes)")
            second.run("#!train net --epochs 1000000 --background --resume")
            second.until(lambda m: m["msg_type"] == "update_display_data" and "Resumed run" in m["content"]["data"]["text/plain"])
            stop = second.run("#!runs stop net")
            self.assertIn("stops after the batch in flight", second.text(stop))
            second.until(lambda m: m["msg_type"] == "update_display_data" and "On request, by #!runs stop" in m["content"]["data"]["text/plain"])
            second.end()


if __name__ == "__main__":
    unittest.main()
