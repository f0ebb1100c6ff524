"""How much an engine looks at, at most: the same for every engine, so that they give the same answers."""

TERMS_AT_MOST = 5_000  # values of a range that are looked at
FORMS_AT_MOST = 20_000  # surface forms of a prefix; a regional corpus has some 60,000 in all
COMBINATIONS_AT_MOST = 64  # of surface forms in one phrase; typing without carons makes two or three
BEST_OF_DOCUMENT = 3  # passages of each document among the candidates of a search in whole documents
FACET_VALUES = 4_000  # of a field at most: paths of papers are looked through, too
LOCK_SECONDS = 2.0  # how long a writer waits for another one
