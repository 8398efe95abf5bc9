"""The studio: a program in the browser, on this machine alone, for people who write leaflets and open no terminal.

It calls the pipeline, as the command line does, and makes nothing by itself. Starlette and uvicorn come with the extra
``studio``; whoever builds a leaflet imports neither.
"""
