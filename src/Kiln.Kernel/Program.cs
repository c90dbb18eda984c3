using Kiln.Kernel;

// The kernel first, on its own: it must not wait for the command line's library.
if (args is ["kernel", var connectionFile] && !connectionFile.StartsWith('-')) return KernelProcess.Run(connectionFile);
return Tool.Run(args);

/// <summary>Everything but the kernel; apart, so that its libraries load when it is called and not before.</summary>
internal static class Tool
{
    public static int Run(string[] args)
    {
        var code = ToolProgram.Run(args, Console.Out, Console.Error);
        // Foreground threads of a cell must not keep a tool alive that is done.
        Environment.Exit(code);
        return code;
    }
}
