"""Executes net-interactive.ipynb and compares what every cell shows with what is stored in the notebook.

Run it with /usr/bin/python3 and JUPYTER_PATH set. After a wanted change of an output:
test_tour.py --update tests/Kiln.Kernel.Tests/jupyter/net-interactive.ipynb, then read the difference.
"""
import html
import os
import re
import sys
import tempfile
import unittest

import nbformat
from nbclient import NotebookClient

NOTEBOOK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "net-interactive.ipynb")
PATIENCE = 120
LEAST_LINES = 200
FOLDER = "/notebook"


def execute(path):
    """The notebook, executed in an empty folder whose name its outputs do not tell."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(notebook, timeout=PATIENCE, kernel_name="kiln", allow_errors=True, resources={"metadata": {"path": folder}})
        client.execute()
        for cell in code_cells(notebook):
            cell["metadata"].pop("execution", None)
            cell["outputs"] = [nbformat.from_dict(without(folder, output)) for output in cell["outputs"]]
    return notebook


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def without(folder, value):
    if isinstance(value, str):
        return value.replace(os.path.realpath(folder), FOLDER).replace(folder, FOLDER)
    if isinstance(value, list):
        return [without(folder, item) for item in value]
    if isinstance(value, dict):
        return {key: without(folder, item) for key, item in value.items()}
    return value


def comparable(output):
    """What a reader sees: kinds of content and their text, without times, colours and the looks of tables."""
    if output["output_type"] == "stream":
        return (output["name"], output["text"])
    if output["output_type"] == "error":
        return ("error", output["ename"], plain("\n".join(output["traceback"])))
    return (output["output_type"], {kind: content(kind, value) for kind, value in output["data"].items()})


def content(kind, value):
    if kind == "text/html":
        value = re.sub(r"<(style|script)\b.*?</\1>", "", value, flags=re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", value)).split())
    return plain(value) if isinstance(value, str) else value


def plain(text):
    return re.sub(r"Wall time: [\d.]+ms", "Wall time", re.sub(r"\x1b\[\d*m", "", text))


class TourTests(unittest.TestCase):
    def test_every_cell_shows_what_the_notebook_stores(self):
        stored = nbformat.read(NOTEBOOK, as_version=4)
        executed = execute(NOTEBOOK)
        for before, after in zip(code_cells(stored), code_cells(executed), strict=True):
            with self.subTest(before["source"]):
                self.assertEqual([comparable(output) for output in after["outputs"]], [comparable(output) for output in before["outputs"]])

    def test_it_has_two_hundred_lines_of_code(self):
        sources = [cell["source"] for cell in code_cells(nbformat.read(NOTEBOOK, as_version=4))]
        self.assertGreaterEqual(sum(1 for source in sources for line in source.split("\n") if line.strip()), LEAST_LINES)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--update"]:
        nbformat.write(execute(sys.argv[2]), sys.argv[2])
    else:
        unittest.main(verbosity=2)
