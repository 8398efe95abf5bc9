"""The guidelines that advice stands on, each with its date."""

from clearfold.advice.rules.rule import Guideline

READABILITY = Guideline(
    "European Commission, Guideline on the readability of the package leaflet, rev. 1", "2009-01-12"
)
CDC = Guideline("CDC Clear Communication Index, User Guide", "May 2013")
IPDAS = Guideline("International Patient Decision Aid Standards, chapter on presenting probabilities", "2021")
TEN_STEPS = Guideline("Fagerlin, Zikmund-Fisher and Ubel, Helping patients decide, JNCI 103", "2011")
ISMP = Guideline("ISMP List of Error-Prone Abbreviations, Symbols and Dose Designations", "2021")
SI = Guideline("BIPM, The International System of Units, 9th edition, 5.4", "2019")
DISCERN = Guideline("DISCERN, a tool to judge written information on treatments", "1998")
EQIP = Guideline("EQIP, Ensuring Quality Information for Patients", "2004")
PIF = Guideline("PIF TICK criteria", "June 2022")
WCAG = Guideline("WCAG 2.2", "2023-10-05")
PLAIN = Guideline("ISO 24495-1, Plain language", "2023")
OUR_OWN = Guideline("Clearfold's own", "2026")
