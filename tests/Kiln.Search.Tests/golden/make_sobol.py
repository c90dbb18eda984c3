"""Points of scipy's Sobol sequence, unscrambled: writes sobol.csv."""
from pathlib import Path

from scipy.stats import qmc

points = qmc.Sobol(64, scramble=False).random(1024)
with open(Path(__file__).parent / "sobol.csv", "w") as file:
    file.write("index," + ",".join(f"d{i}" for i in range(64)) + "\n")
    for index in [*range(8), 100, 511, 1000, 1023]:
        file.write(f"{index}," + ",".join(repr(float(x)) for x in points[index]) + "\n")
