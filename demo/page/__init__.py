"""The page, a view a module: `words` from a text to dances, `dances` from a dance to words, `explore` the map of all.

A text goes `words.find` -> `search.search` -> `encoders.encode_text` -> `gallery.search`, and one of several movements
then `composed.offer` -> `composed.dance` -> `compose.composer`; a clip `dances.read` -> `motion.load` ->
`label.label_scanned` -> `encoders.encode_dance`. What comes back is JSON with links; `serve` answers the links to the
gallery's dances, which `pens` draw in processes of their own, `visitor` keeps what is a visitor's own, and the
templates in `demo/static` show it.
"""
