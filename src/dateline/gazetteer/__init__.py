"""Names to places."""

from dateline.codebook import data_directory
from dateline.gazetteer.dump import compile_pack
from dateline.gazetteer.folder import find_packs, pack_path
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.pack import Pack, PackInfo
from dateline.gazetteer.place import Place, kilometres

__all__ = [
    "Gazetteer",
    "Pack",
    "PackInfo",
    "Place",
    "compile_pack",
    "data_directory",
    "find_packs",
    "kilometres",
    "pack_path",
]
