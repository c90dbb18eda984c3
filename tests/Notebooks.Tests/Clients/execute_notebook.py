"""Executes a notebook in place with nbclient, errors included: execute_notebook.py NOTEBOOK."""

import sys

import nbclient
import nbformat

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
nbclient.NotebookClient(notebook, timeout=120, allow_errors=True).execute()
nbformat.write(notebook, path)
