"""Reading and tagging beside the one who writes: on this machine's processors, or on any executor's workers.

``parcels`` says what travels, ``child`` is the process that does the work, ``hosting`` keeps such processes on a
machine and has the one function that executors run, ``sending`` gives files out (``room`` bounds how much) and takes
the answers in the order of the files, ``crew`` says who works (``here``: nobody else), ``hiring`` who was asked for,
and ``dask`` gets workers from a scheduler.
"""
