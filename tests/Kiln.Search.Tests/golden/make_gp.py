"""Mean and deviation of scikit-learn's Gaussian process with a given kernel: writes gp.json."""
import json
from pathlib import Path

import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern

random = np.random.RandomState(0)
places, values = random.rand(12, 3), random.randn(12)
lengths, variance, noise = [0.3, 0.7, 1.5], 1.7, 0.01
kernel = ConstantKernel(variance, "fixed") * Matern(lengths, "fixed", nu=2.5)
process = GaussianProcessRegressor(kernel, alpha=noise, optimizer=None).fit(places, values)
asked = random.rand(5, 3)
means, deviations = process.predict(asked, return_std=True)
with open(Path(__file__).parent / "gp.json", "w") as file:
    json.dump({"places": places.tolist(), "values": values.tolist(), "lengths": lengths, "variance": variance, "noise": noise,
               "asked": asked.tolist(), "means": means.tolist(), "deviations": deviations.tolist()}, file)
