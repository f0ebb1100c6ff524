"""Where entries are kept and found.

``base`` is the seam: what is kept, what can be asked, and the Protocol that every engine fulfils; each engine has a
folder (``whoosh``, ``tantivy``, ``opensearch``), and ``engines`` opens the one that an index was built with. What an
engine keeps comes from ``entries``.

A question (``search``) is read as a tree (``written``, ``parse`` with ``cursor`` and ``leaves``, ``query``), narrowed
by filters (``values``, ``resolving``, ``fields``), made wider where that is wished (``widen``), and turned into a
clause for the engine (``expand``). The engine hands over candidates by a rough score that is the same for all of them
(``gains``, ``bounds``); ``rank`` orders them, ``folding`` puts together what says the same, ``marks`` shows the words.
"""
