"""``json``: the same envelope as every command's."""

from ledger.render.answer import Renderer
from ledger.render.reports.json import RENDERER as DOCUMENT

RENDERER = Renderer("json", DOCUMENT.render)
