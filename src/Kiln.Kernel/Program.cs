using Kiln.Kernel;

return args switch
{
    ["kernel", var connectionFile] => KernelProcess.Run(connectionFile),
    ["install", .. var options] => InstallCommand.Run(options, Console.Out, Console.Error),
    ["--version"] => ShowVersion(),
    _ => ShowUsage(),
};

static int ShowVersion()
{
    Console.WriteLine(KilnVersion.Text);
    return 0;
}

static int ShowUsage()
{
    Console.Error.WriteLine("""
        usage: kiln kernel CONNECTION-FILE                    runs the kernel; Jupyter calls this
               kiln install --user|--prefix DIR [--resource FILE]...   registers the kernel with Jupyter
               kiln --version
        """);
    return 1;
}
