"""Write the source of the documentation site.

    python -m docs.site [OUT] [--quick]

``--quick`` leaves out the example that plans an implant, which takes half a minute.
"""

import sys
from pathlib import Path

from docs.site.source import write_source

if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    write_source(Path(words[0] if words else "out/site-source"), quick="--quick" in sys.argv)
