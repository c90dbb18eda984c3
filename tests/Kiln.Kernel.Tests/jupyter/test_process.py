"""The kernel as a process: native output, restart, a parent that dies. Run it with /usr/bin/python3 and JUPYTER_PATH set."""
import os
import subprocess
import sys
import time
import unittest

from jupyter_client.kernelspec import get_kernel_spec
from jupyter_client.manager import start_new_kernel

PATIENCE = 60


class ProcessTests(unittest.TestCase):
    def setUp(self):
        self.manager, self.client = start_new_kernel(kernel_name="kiln")

    def tearDown(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()

    def run_cell(self, code):
        seen = {"stdout": "", "stderr": ""}

        def hook(message):
            if message["msg_type"] == "stream":
                seen[message["content"]["name"]] += message["content"]["text"]

        reply = self.client.execute_interactive(code, timeout=PATIENCE, output_hook=hook)
        return reply["content"], seen

    def test_native_code_and_children_write_into_the_cell(self):
        _, seen = self.run_cell(
            '[System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string s);\n'
            'Console.WriteLine("managed"); puts("native ü");\n'
            'System.Diagnostics.Process.Start("sh", "-c \\"echo child; echo sorry >&2\\"").WaitForExit();'
        )
        self.assertEqual(sorted(seen["stdout"].split("\n")), ["", "child", "managed", "native ü"])
        self.assertEqual(seen["stderr"], "sorry\n")

    def test_a_thread_pool_full_of_blocked_tasks_holds_up_no_output_no_interrupt_and_no_later_cell(self):
        def interrupt(message):
            if message["msg_type"] == "stream":
                self.manager.interrupt_kernel()

        reply = self.client.execute_interactive(
            "var gate = new System.Threading.ManualResetEventSlim();\n"
            "for (var i = 0; i < 200; i++) _ = Task.Factory.StartNew(static gate => ((System.Threading.ManualResetEventSlim)gate).Wait(), gate);\n"
            'Console.WriteLine("running");\n'
            "gate.Wait();", timeout=PATIENCE, output_hook=interrupt)
        self.assertEqual(reply["content"]["ename"], "KeyboardInterrupt")
        reply, _ = self.run_cell("gate.Set();")
        self.assertEqual(reply["status"], "ok")

    def test_a_large_native_output_is_complete(self):
        _, seen = self.run_cell('System.Diagnostics.Process.Start("seq", "1 50000").WaitForExit();')
        self.assertEqual(seen["stdout"].split(), [str(number) for number in range(1, 50001)])

    def test_libtorch_is_not_loaded_before_it_is_used(self):
        self.run_cell("1 + 1")
        with open(f"/proc/{self.manager.provisioner.process.pid}/maps", encoding="utf-8") as maps:
            self.assertNotIn("libtorch", maps.read())

    def test_a_restarted_kernel_knows_nothing(self):
        self.run_cell("var before = 1;")
        self.manager.restart_kernel(now=False)
        self.client.wait_for_ready(timeout=PATIENCE)
        reply, _ = self.run_cell("before")
        self.assertEqual(reply["ename"], "CompilationError")

    def test_shutdown_ends_the_process_despite_a_foreground_thread(self):
        self.run_cell("new System.Threading.Thread(() => { while (true) System.Threading.Thread.Sleep(100); }).Start();")
        process = self.manager.provisioner.process
        started = time.monotonic()
        self.client.shutdown()
        process.wait(timeout=PATIENCE)
        self.assertLess(time.monotonic() - started, 10)

    def test_a_cell_cannot_end_up_in_the_servers_terminal(self):
        _, seen = self.run_cell('var raw = Console.OpenStandardOutput(); raw.Write(System.Text.Encoding.UTF8.GetBytes("raw\\n"));')
        self.assertEqual(seen["stdout"], "raw\n")


class OrphanTests(unittest.TestCase):
    def test_a_kernel_whose_parent_died_ends(self):
        starter = "import sys; from jupyter_client.manager import start_new_kernel; m, c = start_new_kernel(kernel_name='kiln'); print(m.provisioner.process.pid, flush=True); sys.stdin.read()"
        parent = subprocess.Popen([sys.executable, "-c", starter], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        kernel = int(parent.stdout.readline())
        parent.kill()
        parent.communicate()
        deadline = time.monotonic() + PATIENCE
        while os.path.exists(f"/proc/{kernel}/exe") and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertLess(time.monotonic(), deadline)


class RefusalTests(unittest.TestCase):
    def test_a_connection_file_that_asks_for_all_interfaces_is_refused(self):
        program = get_kernel_spec("kiln").argv[0]
        path = os.path.join(os.environ["JUPYTER_RUNTIME_DIR"], "open.json")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"ip": "0.0.0.0", "transport": "tcp"}')
        run = subprocess.run([program, "kernel", path], capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(run.returncode, 1)
        self.assertIn("127.0.0.1", run.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
