"""``python -m tps.cli`` is ``tps``."""

from tps.cli.app import main

main()
