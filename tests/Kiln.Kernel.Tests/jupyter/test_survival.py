"""What ends other kernels: exits, stray exceptions, floods, closed descriptors. Run it with /usr/bin/python3 and JUPYTER_PATH set."""
import os
import tempfile
import time
import unittest

from jupyter_client.manager import start_new_kernel

PATIENCE = 120
LIMIT = 20_000_000


def start(owner, environment):
    owner.log = tempfile.NamedTemporaryFile(mode="r", suffix=".log")
    with open(owner.log.name, "wb") as log:
        owner.manager, owner.client = start_new_kernel(kernel_name="kiln", stderr=log, env={**os.environ, **environment})


def stop(owner):
    owner.client.stop_channels()
    owner.manager.shutdown_kernel(now=True)
    owner.log.close()


class CellCase(unittest.TestCase):
    def run_cell(self, code):
        seen = {"stdout": [], "stderr": []}

        def hook(message):
            if message["msg_type"] == "stream":
                seen[message["content"]["name"]].append(message["content"]["text"])

        reply = self.client.execute_interactive(code, timeout=PATIENCE, output_hook=hook, stop_on_error=False)
        return reply["content"], {name: "".join(parts) for name, parts in seen.items()}

    def value_of(self, code):
        reply, _ = self.run_cell(f"Console.Write({code});")
        self.assertEqual(reply["status"], "ok", reply)
        return self.run_cell(f"Console.Write({code});")[1]["stdout"]

    def late_stderr(self, code, word):
        """Runs a cell and waits for what its threads say, during it or after it."""
        message_id = self.client.execute(code)
        text, deadline = "", time.monotonic() + PATIENCE
        while word not in text and time.monotonic() < deadline:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["msg_type"] == "stream" and message["parent_header"].get("msg_id") == message_id:
                text += message["content"]["text"]
        self.client.get_shell_msg(timeout=PATIENCE)
        return text


class SurvivalTests(CellCase):
    @classmethod
    def setUpClass(cls):
        start(cls, {})

    @classmethod
    def tearDownClass(cls):
        stop(cls)

    def test_exit_in_a_cell_keeps_the_kernel_and_its_variables(self):
        self.run_cell("var before = 41;")
        reply, _ = self.run_cell("Environment.Exit(3);")
        self.assertEqual(reply["ename"], "ProcessExit")
        self.assertEqual(self.value_of("before + 1"), "42")

    def test_an_exception_in_a_thread_is_told_by_its_cell(self):
        self.run_cell("var kept = 7;")
        text = self.late_stderr('new System.Threading.Thread(() =>\n    throw new Exception("thread broke")).Start();', "line 2")
        self.assertIn("thread broke", text)
        self.assertNotIn("Kiln.", text)
        self.assertEqual(self.value_of("kept"), "7")

    def test_an_exception_in_a_timer_is_told_by_its_cell(self):
        text = self.late_stderr('var timer = new System.Threading.Timer(_ => throw new Exception("timer broke"), null, 100, -1);', "line 1")
        self.assertIn("timer broke", text)

    def test_an_exception_in_an_async_void_function_after_the_cell_is_told(self):
        text = self.late_stderr('async void Fire() { await Task.Delay(200); throw new Exception("async broke"); }\nFire();', "line 1")
        self.assertIn("async broke", text)

    def test_recursion_without_end_keeps_the_session(self):
        self.run_cell("var deep = 5;")
        reply, _ = self.run_cell("int F(int n) => F(n + 1) + 1;\nF(0)")
        self.assertEqual(reply["ename"], "StackOverflow")
        self.assertEqual(self.value_of("deep"), "5")

    def test_a_flood_of_a_child_process_is_cut(self):
        reply, seen = self.run_cell('System.Diagnostics.Process.Start("sh", "-c \\"yes flooding | head -c 100000000; echo oops >&2\\"").WaitForExit();')
        self.assertEqual(reply["status"], "ok")
        self.assertLessEqual(len(seen["stdout"]), LIMIT)
        self.assertGreater(len(seen["stdout"]), LIMIT - 1000)
        self.assertIn("cut here", seen["stderr"])
        self.assertEqual(self.value_of("1 + 1"), "2")

    def test_binary_garbage_of_native_code_is_text_in_the_end(self):
        reply, seen = self.run_cell('System.Diagnostics.Process.Start("sh", "-c \\"head -c 300000 /dev/urandom; echo; echo end\\"").WaitForExit();')
        self.assertEqual(reply["status"], "ok")
        self.assertTrue(seen["stdout"].endswith("\nend\n"))

    def test_closed_descriptors_are_opened_again_and_no_file_takes_their_place(self):
        imports = '[System.Runtime.InteropServices.DllImport("libc")] static extern int close(int descriptor);\n[System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);\n'
        self.run_cell(imports + 'close(1);\nvar path = System.IO.Path.GetTempFileName();\nvar file = System.IO.File.Create(path);')
        _, seen = self.run_cell('Console.WriteLine("managed");')
        self.assertEqual(seen["stdout"], "managed\n")
        self.run_cell("file.Dispose();")
        self.assertEqual(self.value_of("new System.IO.FileInfo(path).Length"), "0")
        _, seen = self.run_cell('puts("native");')
        self.assertEqual(seen["stdout"], "native\n")
        _, seen = self.run_cell("close(2);")
        _, seen = self.run_cell('System.Diagnostics.Process.Start("sh", "-c \\"echo child >&2\\"").WaitForExit();')
        self.assertEqual(seen["stderr"], "child\n")

    def test_a_thousand_threads_and_a_million_lines(self):
        reply, seen = self.run_cell(
            "var threads = Enumerable.Range(0, 1000).Select(t => new System.Threading.Thread(() => { for (int i = 0; i < 1000; i++) Console.WriteLine(i); }, 256 << 10)).ToList();\n"
            "threads.ForEach(t => t.Start()); threads.ForEach(t => t.Join());")
        self.assertEqual(reply["status"], "ok")
        self.assertEqual(seen["stdout"].count("\n"), 1_000_000)


class MemoryTests(CellCase):
    def setUp(self):
        start(self, {"DOTNET_GCHeapHardLimit": "0x18000000"})

    def tearDown(self):
        stop(self)

    def test_a_cell_that_runs_out_of_memory_is_an_error_and_the_session_goes_on(self):
        self.run_cell("var kept = 3;")
        reply, _ = self.run_cell("{ var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 24]); }")
        self.assertEqual(reply["ename"], "OutOfMemoryException")
        self.assertEqual(self.value_of("kept"), "3")


class EndTests(CellCase):
    def setUp(self):
        start(self, {})

    def tearDown(self):
        stop(self)

    def text_of_log(self, word):
        deadline, text = time.monotonic() + PATIENCE, ""
        while word not in text and time.monotonic() < deadline:
            time.sleep(0.1)
            with open(self.log.name, encoding="utf-8", errors="replace") as log:
                text = log.read()
        return text

    def test_a_library_that_exits_is_told_with_its_code_and_the_cell_is_answered(self):
        reply, _ = self.run_cell('Console.Write("last words"); typeof(Environment).GetMethod("Exit").Invoke(null, new object[] { 3 });')
        self.assertEqual(reply["ename"], "KernelEnded")
        self.assertIn("restart the kernel", reply["evalue"])
        self.manager.provisioner.process.wait(timeout=PATIENCE)
        self.assertEqual(self.manager.provisioner.process.returncode, 3)
        self.assertIn("a library ended the process with exit code 3", self.text_of_log("The kernel ends"))

    def test_a_crash_in_native_memory_is_told_in_the_log(self):
        self.client.execute("System.Runtime.InteropServices.Marshal.WriteInt32((IntPtr)0x123456789000, 1);")
        self.manager.provisioner.process.wait(timeout=PATIENCE)
        self.assertIn("AccessViolation", self.text_of_log("AccessViolation"))

    def test_a_polite_kill_lets_out_what_was_said(self):
        self.client.execute('Console.WriteLine("said"); System.Threading.Thread.Sleep(300); System.Threading.Thread.Sleep(-1);')
        text = ""
        while "said" not in text:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            text += message["content"].get("text", "")
        self.manager.provisioner.process.terminate()
        self.manager.provisioner.process.wait(timeout=PATIENCE)
        self.assertEqual(self.manager.provisioner.process.returncode, 0)


class LogTests(unittest.TestCase):
    def test_a_log_that_cannot_be_written_costs_nothing(self):
        read, write = os.pipe()
        with open("/dev/full", "wb") as full:
            for errors in (write, full):
                manager, client = start_new_kernel(kernel_name="kiln", stderr=errors)
                if errors == write:
                    os.close(read)
                    os.close(write)
                socket = client.shell_channel.socket
                for _ in range(20):
                    socket.send_multipart([b"<IDS|MSG>", b"bad", b"{}", b"{}", b"{}", b"{}"])
                reply = client.execute_interactive('Console.Error.WriteLine("x"); 1 + 1', timeout=PATIENCE)
                self.assertEqual(reply["content"]["status"], "ok")
                client.stop_channels()
                manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
