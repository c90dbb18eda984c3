"""Works in `jupyter console` through a terminal, as a person does. Usage: console_session.py KERNEL-NAME"""
import re
import sys

import pexpect

PATIENCE = 60
PROMPT = r"In \[\d+\]: "


class Console:
    def __init__(self, kernel_name):
        self.child = pexpect.spawn(
            "/usr/bin/jupyter-console", ["--simple-prompt", "--kernel", kernel_name], encoding="utf-8", timeout=PATIENCE, echo=False, dimensions=(50, 200))
        self.child.logfile_read = sys.stdout
        self.banner = self.until(PROMPT)

    def until(self, pattern):
        self.child.expect(pattern)
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self.child.before)

    def run(self, line):
        self.child.sendline(line)
        return self.until(PROMPT)


def check(condition, what):
    if not condition:
        raise SystemExit(f"\n\nThe console did not show {what}.")


def main(kernel_name):
    console = Console(kernel_name)
    check("Kiln" in console.banner and "C#" in console.banner, "the kernel's banner")
    check("Out[1]: 42" in console.run("40 + 2"), "a value")
    check("hello" in console.run('Console.WriteLine("hello");'), "what was printed")
    check("CS0103" in console.run("missing"), "a compile error")

    console.child.sendline('var name = await Kernel.GetInputAsync("Name? "); $"{name}!"')
    console.until(r"Name\? ")
    check("Ada!" in console.run("Ada"), "the answer to a question")

    console.child.sendline('int kept = 7; Console.WriteLine("running"); while (true) { }')
    console.until("running")
    console.child.sendintr()
    check("interrupted" in console.until(PROMPT), "the end of an endless loop")
    check("7" in console.run("kept"), "a variable of the interrupted cell")

    console.child.sendeof()
    console.until("exit")
    console.child.sendline("y")
    console.child.expect(pexpect.EOF)


if __name__ == "__main__":
    main(sys.argv[1])
