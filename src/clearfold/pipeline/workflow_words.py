"""The words of a new project's own files that people read: comments, the names of steps, and what is printed there."""

import re

from clearfold.model.messages import message, told

NAMES = (".github/workflows/leaflets.yml", ".gitlab-ci.yml", ".gitignore")
"""The files of a project that are the same in every language but for these words: workflows, and what Git leaves."""

_WORDS = (
    message("leaflets"),
    message("Builds and proves every leaflet at each change."),
    message("What is on the branch main goes to the website."),
    message("What is on the default branch goes to the website."),
    message("A tag such as v1.0 publishes the files, with checksums, provenance and what changed since the last tag."),
    message("A tag such as v1.0 publishes the files, with checksums and what changed since the last tag."),
    message("A schedule, once a month, asks which leaflets are to be looked at again (Build, Pipeline schedules)."),
    message("On the first of each month: which leaflets are to be looked at again?"),
    message("What pip installs: a name with a version, the path of a wheel in this repository, or git+https://…"),
    message("for what is found, under Code scanning"),
    message("a release tells what changed since the last one"),
    message("install what lays out pages, and Clearfold"),
    message("no final leaflet is past its date of review, and no translation of one is stale"),
    message("build and prove"),
    message("ask EPUBCheck and veraPDF as well, and show the proof on the page of this run"),
    message("the mistakes, on the page of this run"),
    message("the pages of the proof, with pictures of what was found"),
    message("the way to these pages"),
    message("The proof of each leaflet, with pictures"),
    message("What is found stands under Security, Code scanning too."),
    message("A private repository needs GitHub Advanced Security for it."),
    message("the website"),
    message("what changed since the last release"),
    message("The first release."),
    message("the files to publish, with their checksums"),
    message("publish"),
    message("Statements of provenance beside the artifacts (SLSA)."),
    message("What Clearfold makes"),
    message("What systems and word processors leave behind"),
)
# What stands behind a key, a number sign, or within what is printed; neither has the sign that ends it.
_PLACE = re.compile(r'(?m)(?P<before>^ *(?:- )?name: |# |echo "\[?)(?P<words>[^"\]\n]+)(?=["\]]|$)')


def in_language(workflow: str) -> str:
    """Return a workflow whose words are in the language that is spoken; what it does is the same."""
    words = {str(one): told(one) for one in _WORDS}
    return _PLACE.sub(lambda found: found["before"] + words.get(found["words"], found["words"]), workflow)
