namespace Kiln.Notebooks.Tests.Magics;

public class DoctorMagicTests : MagicFixture
{
    [Fact]
    public async Task The_doctor_names_libtorch_threads_and_the_store()
    {
        await Run("#!doctor");
        Assert.Matches("libtorch +1\\.", Host.Text);
        Assert.Matches("threads +\\d", Host.Text);
        Assert.Contains("run store", Host.Text);
        Assert.False(Directory.Exists(LabWorkspace.Current.Folder));
    }

    [Theory]
    [InlineData("7f00 r-xp /usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", "reference BLAS", true)]
    [InlineData("7f00 r-xp /usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3", "OpenBLAS (OpenMP)", false)]
    [InlineData("7f00 r-xp /usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblasp-r0.3.21.so", "OpenBLAS (pthreads)", true)]
    [InlineData("7f00 r-xp /usr/lib/libc.so.6", "not found", false)]
    public void The_matrix_library_is_read_from_the_memory_map(string line, string name, bool remedy)
    {
        var blas = LoadedBlas.Find([line]);
        Assert.Equal(name, blas.Name);
        Assert.Equal(remedy, blas.Remedy?.Contains("apt-get install libopenblas0-openmp") == true);
    }
}
