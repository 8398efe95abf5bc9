@echo off
rem Opens the leaflets of this folder in the studio: a double click on Windows.
chcp 65001 >nul
cd /d "%~dp0"
for %%p in (@python@ ".venv\Scripts\python.exe" py python) do (
    %%p -P -c "import clearfold, starlette, uvicorn" >nul 2>nul && (%%p -P -m clearfold studio & exit /b)
)
where clearfold >nul 2>nul && (clearfold studio & exit /b)
echo @told@
pause
