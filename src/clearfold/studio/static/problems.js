/* What is wrong in a copy, and what would help its readers: lists beside it, which lead to each passage, and the same
   below the passage itself. */

const $ = (id) => document.getElementById(id);

/* `plain` tells whether the file is shown as it is written; `reached` is called before the cursor goes to a passage. */
export function problems(writing, words, { plain, reached }) {
  let wrong = [], differences = [], advice = [], blocks = [];

  /* Signs of Markdown are named to whom they are shown. */
  const told = (problem) => said(problem, (!plain() && problem.click) || problem.hint);

  function place(shown = blocks) {
    blocks = shown;
    const below = new Map();
    const items = (list) => list.map((problem) => item(problem, below));
    $("found").replaceChildren(...items(wrong), ...items(differences));
    $("advice").replaceChildren(...items(advice));
    writing.annotate([...below]);
  }

  function item(problem, below) {
    const of = problem.line ? blocks.findLastIndex((block) => block.line <= problem.line) : -1;
    const place = document.createElement("li");
    const where = document.createElement(of < 0 ? "span" : "a");
    where.textContent = problem.line ? words.line.replace("{line}", problem.line) : words.whole;
    place.append(where, ": ", ...told(problem));
    if (of < 0) return place;
    where.href = "#blocks";
    where.addEventListener("click", (event) => {
      event.preventDefault();
      reached();
      writing.reach(of);
    });
    const list = below.get(of) || document.createElement("ul");
    const here = document.createElement("li");
    here.append(...told(problem));
    list.className = "found";
    list.contentEditable = "false";
    list.append(here);
    below.set(of, list);
    return place;
  }

  function tell(told) {
    wrong = told;
    $("cure").hidden = !wrong.length;
    count();
  }

  /* What a translation and its source do not have alike. */
  function differ(told) {
    differences = told;
    count();
  }

  function count() {
    place();
    const found = wrong.length + differences.length;
    $("count").textContent = found ? words.problems.replace("{count}", found) : words.none;
  }

  function advise(told) {
    advice = told;
    place();
    $("advice-count").textContent = advice.length ? words.advice.replace("{count}", advice.length) : words.noadvice;
  }

  return { place, tell, differ, advise };
}

function said(problem, hint) {
  const part = (name, text) => {
    const one = document.createElement("span");
    one.className = name;
    one.textContent = text;
    return one;
  };
  return [part(problem.severity === "error" ? "wrong" : "", `${problem.fact}.`), part("hint", hint ? ` ${hint}.` : ""), part("hint", ` (${problem.code})`)];
}
