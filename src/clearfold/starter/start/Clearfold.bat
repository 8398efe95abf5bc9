@echo off
chcp 65001 >nul
rem @about@
cd /d "%~dp0"
for %%p in (@python@ ".venv\Scripts\python.exe" py python) do (
    %%p -P -c "import clearfold, starlette, uvicorn" >nul 2>nul && (%%p -P -m clearfold studio & exit /b)
)
where clearfold >nul 2>nul && (clearfold studio & exit /b)
echo @told@
pause
