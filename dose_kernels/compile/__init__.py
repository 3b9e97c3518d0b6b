"""How kernels are compiled: options, threads, what compiled code depends on."""
