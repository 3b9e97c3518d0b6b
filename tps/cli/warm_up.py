"""``tps warm-up``: what is compiled once for this machine, compiled beforehand."""

from tps.cli.options import AsJson

EPILOG = "Example: tps warm-up"

# The bar is half full when so many kernels are compiled.
HALFWAY = 100


def warm_up_command(
    as_json: AsJson = False,
) -> None:
    """Compile the program's kernels for this machine, so that the first plan does not wait for it.

    Once after each installation; `make env` does it.  Exit code 0: all is compiled.
    """
    from tps.cli.progress import progress_bar
    from tps.cli.screen import say, say_json
    from tps.pipeline.warm_up import warm_up

    with progress_bar(quiet=as_json) as report:
        # How many there are is not known beforehand: a share that nears 1 without reaching it.
        kernels, seconds = warm_up(lambda count, _: report("compiling once", count / (count + HALFWAY)))
    if as_json:
        say_json({"compiled": kernels, "seconds": round(seconds, 1)})
    elif kernels:
        say(f"{kernels} kernels compiled in {seconds:.0f} s; they are kept for later runs.")
    else:
        say("Everything is compiled already.")
