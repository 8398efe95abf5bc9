/* What every page of the studio does: it asks with the studio's own header, and speaks the language that is chosen. */

export const root = document.body.dataset.root;

/* Ask the studio; a write carries the header that no page of others can send unasked. */
export function ask(path, method = "GET", body = undefined, headers = {}) {
  const own = { "X-Clearfold-Studio": "1", ...headers };
  return fetch(`${root}${path}`, { method, body, headers: own, cache: "no-store" });
}

/* Have a screen reader say a sentence when it has time, and everybody else see it. */
export function tell(sentence) {
  const told = document.getElementById("told");
  if (told.textContent !== sentence) told.textContent = sentence;
}

/* A tab's place at a copy: how it writes there, and what it is told. The tab writes until it is closed. */
export function desk(copy) {
  const tab = crypto.randomUUID();
  const headers = (match) => ({ "If-Match": `"${match}"`, "X-Clearfold-Tab": tab });
  return {
    news: new EventSource(`${root}/news/${copy}?tab=${tab}`),
    send: (path, document, match) => ask(`${path}/${copy}`, "PUT", JSON.stringify(document), headers(match)),
    /* Put a file of this computer into the leaflet's folder. */
    put: (path, file) => ask(`${path}/${copy}?name=${encodeURIComponent(file.name)}`, "PUT", file, headers("")),
  };
}

const language = document.getElementById("language");
language.addEventListener("change", async () => {
  const answer = await ask("/language", "PUT", language.value);
  if (answer.ok) location.reload();
});
