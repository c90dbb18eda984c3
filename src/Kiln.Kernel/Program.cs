Console.Error.WriteLine("usage: kiln kernel CONNECTION-FILE");
return 1;
