namespace TorchSharp;

/// <summary>The kinds of device, numbered as libtorch numbers them. This build of libtorch computes on the CPU.</summary>
public enum DeviceType
{
    /// <summary>The processor and main memory.</summary>
    CPU = 0,

    /// <summary>An NVIDIA graphics card.</summary>
    CUDA = 1,

    /// <summary>oneDNN's own layouts.</summary>
    MKLDNN = 2,

    /// <summary>OpenGL.</summary>
    OPENGL = 3,

    /// <summary>OpenCL.</summary>
    OPENCL = 4,

    /// <summary>IDEEP.</summary>
    IDEEP = 5,

    /// <summary>An AMD graphics card.</summary>
    HIP = 6,

    /// <summary>A field-programmable gate array.</summary>
    FPGA = 7,

    /// <summary>MSNPU.</summary>
    MSNPU = 8,

    /// <summary>XLA.</summary>
    XLA = 9,

    /// <summary>An Apple graphics card.</summary>
    MPS = 13,

    /// <summary>No elements, only shapes.</summary>
    META = 14,
}
