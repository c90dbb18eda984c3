"""Debian's jupyter_kernel_test against the installed kernelspec. Run it with /usr/bin/python3 and JUPYTER_PATH set."""
import unittest

import jupyter_kernel_test as jkt


class KilnKernelTests(jkt.KernelTests):
    kernel_name = "kiln"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    code_generate_error = 'throw new InvalidOperationException("boom");'
    code_execute_result = [
        {"code": "3+5", "result": "8"},
        {"code": '"text"', "result": "text"},
        {"code": "await Task.Run(() => 42)", "result": "42"},
        {"code": 'var pair = new { A = 1, B = "x" }; pair', "mime": "text/html"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": "new[] { 1, 2 }.Display();", "mime": "text/html"},
    ]
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sq", "matches": {"Sqrt"}},
        {"text": "fore", "matches": {"foreach"}},
        {"text": "#!lsm", "matches": {"#!lsmagic"}},
    ]
    complete_code_samples = ["1", 'Console.WriteLine("x");', "int F(int a)\n{\n return a;\n}", "#!lsmagic"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", 'Console.WriteLine("x"', "int F(int a) {", 'var s = """\n text']
    invalid_code_samples = ["}", "int x = = 3;"]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "3?5*"
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = 'Console.WriteLine("old"); Kernel.ClearOutput(wait: true); Console.WriteLine("new");'
    code_page_something = 'Kernel.Page("a long text");'


    def test_no_feature_is_left_unclaimed(self):
        optional = [name for name, value in vars(jkt.KernelTests).items() if not name.startswith(("_", "test")) and not callable(value)]
        unclaimed = [name for name in optional if not getattr(self, name)]
        self.assertEqual(unclaimed, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
