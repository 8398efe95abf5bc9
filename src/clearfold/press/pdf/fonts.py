"""The fonts of a page: those of its style sheets, and none of the machine's."""

import logging
from multiprocessing.util import get_temp_dir
from pathlib import Path
from tempfile import mkdtemp

from weasyprint.text.ffi import ffi, fontconfig, gobject, pangoft2
from weasyprint.text.fonts import FontConfiguration

# Many fonts count the seconds of their making from 1970 and not from 1904; fontTools tells of it for each table that
# it reads or writes, and no page differs for it.
logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)

ffi.cdef("FcConfig *FcConfigCreate(void);")


class PageFonts(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no type hints
    """A font configuration that begins empty.

    WeasyPrint 70 loads every font of the machine beside those of the style sheets, and draws with them what ours
    lack: the same leaflet would differ from machine to machine. Its own constructor is not called for that.

    It writes fonts into a folder that goes with it. One that lives as long as its process would leave it behind: so it
    stands in the folder that the first process of all removes, also after one that is ended in the middle.
    """

    def __init__(self) -> None:
        self._config = fontconfig.FcConfigCreate()
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), self._config)
        fontconfig.FcConfigDestroy(self._config)  # the map keeps a reference of its own
        self._folder = Path(mkdtemp(dir=get_temp_dir()))
        self.strut_layouts: dict[object, object] = {}
        self.font_features: dict[object, object] = {}
