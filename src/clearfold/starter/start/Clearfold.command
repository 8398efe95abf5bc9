#!/bin/sh
# @about@
cd "$(dirname "$0")" || exit 1
for python in @python@ .venv/bin/python python3; do
    if "$python" -P -c "import clearfold, starlette, uvicorn" 2>/dev/null; then
        exec "$python" -P -m clearfold studio
    fi
done
if command -v clearfold >/dev/null; then
    exec clearfold studio
fi
printf '%s\n' @told@
read -r _
exit 1
