/* What is wrong in a copy: the list beside it, which leads to each passage, and the same below the passage itself. */

const $ = (id) => document.getElementById(id);

/* `reached` is called before the cursor goes to a passage. */
export function problems(writing, words, reached) {
  let list = [], blocks = [];

  const at = (problem) => (problem.line ? blocks.findLastIndex((block) => block.line <= problem.line) : -1);

  function place(shown = blocks) {
    blocks = shown;
    const below = new Map();
    const items = list.map((problem) => {
      const of = at(problem);
      const item = document.createElement("li");
      const where = document.createElement(of < 0 ? "span" : "a");
      where.textContent = problem.line ? words.line.replace("{line}", problem.line) : words.whole;
      item.append(where, ": ", ...said(problem));
      if (of < 0) return item;
      where.href = "#blocks";
      where.addEventListener("click", (event) => {
        event.preventDefault();
        reached();
        writing.reach(of);
      });
      if (!below.has(of)) below.set(of, document.createElement("ul"));
      const here = document.createElement("li");
      here.append(...said(problem));
      below.get(of).append(here);
      return item;
    });
    for (const one of below.values()) {
      one.className = "found";
      one.contentEditable = "false";
    }
    $("found").replaceChildren(...items);
    writing.annotate([...below]);
  }

  function tell(told) {
    list = told;
    place();
    $("count").textContent = list.length ? words.problems.replace("{count}", list.length) : words.none;
    $("cure").hidden = !list.length;
  }

  return { place, tell };
}

function said(problem) {
  const part = (name, text) => {
    const one = document.createElement("span");
    one.className = name;
    one.textContent = text;
    return one;
  };
  const hint = problem.hint ? ` ${problem.hint}.` : "";
  return [part(problem.severity === "error" ? "wrong" : "", `${problem.fact}.`), part("hint", hint), part("hint", ` (${problem.code})`)];
}
