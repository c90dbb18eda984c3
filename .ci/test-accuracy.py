"""Prints the test accuracy of the first training in an executed notebook."""
import json
import re
import sys

notebook = json.load(open(sys.argv[1], encoding="utf-8"))
for cell in notebook["cells"]:
    for output in cell.get("outputs", []):
        text = "".join(output.get("data", {}).get("text/plain", ""))
        found = re.search(r"test[ _]accuracy\s*[:=]?\s*(0?\.\d+|1\.0*)", text)
        if found:
            print(f"Test accuracy      {float(found.group(1)):.4f}")
            sys.exit(0)
print("The executed notebook shows no test accuracy.")
sys.exit(1)
