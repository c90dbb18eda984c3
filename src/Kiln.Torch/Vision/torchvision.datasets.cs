using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Sets of images that lie in files. Each item has a "data" image (C, H, W) of 0 to below 1 and a "label" () of Int64.</summary>
    /// <remarks>Nothing is downloaded; files that are missing are named with the places where they were looked for. As in TorchSharp, bytes are divided by 256 (PyTorch's ToTensor divides by 255).</remarks>
    /// <seealso href="https://docs.pytorch.org/vision/0.14/datasets.html"/>
    public static class datasets
    {
        /// <summary>Handwritten digits: 60,000 images to train with and 10,000 to test, (1, 28, 28), 10 classes.</summary>
        /// <param name="root">The folder of the files, or of their folder <c>mnist</c>.</param>
        /// <param name="train">Whether to read the training images; the test images otherwise.</param>
        /// <param name="download">Has no effect: put the files into root.</param>
        /// <param name="target_transform">Transforms each image, given as (1, 1, 28, 28).</param>
        /// <returns>The data set; the caller, or a loader, disposes it.</returns>
        /// <exception cref="FileNotFoundException">A file is missing; the message names where it was looked for.</exception>
        /// <exception cref="InvalidDataException">A file is not what its name says.</exception>
        /// <remarks>The files are those of the data set's page, packed (.gz) or not: train-images-idx3-ubyte, train-labels-idx1-ubyte and the same with t10k.</remarks>
        /// <seealso href="http://yann.lecun.com/exdb/mnist/"/>
        public static Dataset MNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            IdxImages.Load(root, ["mnist", "MNIST"], train, target_transform);

        /// <summary>Pieces of clothing: 60,000 images to train with and 10,000 to test, (1, 28, 28), 10 classes, in root or its folder <c>fashion-mnist</c>.</summary>
        /// <inheritdoc cref="MNIST"/>
        /// <seealso href="https://github.com/zalandoresearch/fashion-mnist"/>
        public static Dataset FashionMNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            IdxImages.Load(root, ["fashion-mnist", "FashionMNIST"], train, target_transform);

        /// <summary>Old Japanese letters: 60,000 images to train with and 10,000 to test, (1, 28, 28), 10 classes, in root or its folder <c>kmnist</c>.</summary>
        /// <inheritdoc cref="MNIST"/>
        /// <seealso href="https://github.com/rois-codh/kmnist"/>
        public static Dataset KMNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            IdxImages.Load(root, ["kmnist", "KMNIST"], train, target_transform);

        /// <summary>Small photographs: 50,000 images to train with and 10,000 to test, (3, 32, 32), 10 classes.</summary>
        /// <param name="root">The folder in which <c>CIFAR10/cifar-10-batches-bin</c> lies, or that folder itself.</param>
        /// <param name="train">Whether to read the training images; the test images otherwise.</param>
        /// <param name="download">Has no effect: unpack the binary version into root.</param>
        /// <param name="target_transform">Transforms each image, (3, 32, 32).</param>
        /// <returns>The data set; the caller, or a loader, disposes it.</returns>
        /// <exception cref="FileNotFoundException">A file is missing; the message names where it was looked for.</exception>
        /// <exception cref="InvalidDataException">A file is not what its name says.</exception>
        /// <seealso href="https://www.cs.toronto.edu/~kriz/cifar.html"/>
        public static Dataset CIFAR10(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            CifarImages.LoadTen(root, train, target_transform);

        /// <inheritdoc cref="CIFAR10(string, bool, bool, ITransform)"/>
        public static Dataset CIFAR10(string root, bool train, bool download, Func<Tensor, Tensor> target_transform) =>
            CIFAR10(root, train, download, transforms.Lambda(target_transform));

        /// <summary>Small photographs: 50,000 images to train with and 10,000 to test, (3, 32, 32), 100 classes in 20 "categories", in <c>CIFAR100/cifar-100-binary</c>.</summary>
        /// <inheritdoc cref="CIFAR10(string, bool, bool, ITransform)"/>
        public static Dataset CIFAR100(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            CifarImages.LoadHundred(root, train, target_transform);

        /// <inheritdoc cref="CIFAR100(string, bool, bool, ITransform)"/>
        public static Dataset CIFAR100(string root, bool train, bool download, Func<Tensor, Tensor> target_transform) =>
            CIFAR100(root, train, download, transforms.Lambda(target_transform));
    }
}
