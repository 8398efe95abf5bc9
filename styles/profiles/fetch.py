"""Take the colour profile of this folder from the Debian package that carries it, Apache PDFBox's.

    apt-get download libpdfbox2-java
    python fetch.py libpdfbox2-java_2.0.27-2_all.deb

Debian's copyright file of the package gives its licence: zlib, 2007-2010, basICColor GmbH.
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).parent
NAME = "ISOcoated_v2_300_bas.icc"
SHA256 = "27140d88340e07f0c75e55d42455a471970531a9d4ffd2560ce681cf48a7285e"

with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["dpkg-deb", "-x", sys.argv[1], folder], check=True)
    with ZipFile(Path(folder, "usr/share/java/pdfbox2.jar")) as jar:
        profile = jar.read(f"org/apache/pdfbox/resources/icc/{NAME}")
if hashlib.sha256(profile).hexdigest() != SHA256:
    sys.exit(f"{NAME} is not the one that was looked at")
(HERE / NAME).write_bytes(profile)
