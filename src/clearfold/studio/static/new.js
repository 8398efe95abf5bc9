/* Beginning a leaflet: from a pattern, from a file, as a translation. */

import { ask, root, tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const words = $("new").dataset;
const address = (view, name) => `${root}/${view}/${name.split("/").map(encodeURIComponent).join("/")}`;

function failed(why) {
  tell(words[why] || words.failed.replace("{why}", why));
}

async function begin(document) {
  const answer = await ask("/new", "PUT", JSON.stringify(document));
  const { copy, told } = await answer.json();
  if (answer.ok) location.href = address("write", copy);
  else failed(told);
}

$("from-pattern").addEventListener("click", () =>
  begin({ pattern: $("pattern").value, title: $("title").value, lang: $("lang").value.trim() }));
$("translate")?.addEventListener("click", () => begin({ of: $("of").value, lang: $("into").value.trim() }));

$("from-file").addEventListener("click", async () => {
  const [file] = $("file").files;
  if (!file) return failed("file");
  $("from-file").disabled = true;
  $("imported").hidden = true;
  tell(words.reading);
  try {
    const named = { "X-Clearfold-Name": encodeURIComponent(file.name) };
    const lang = encodeURIComponent($("file-lang").value.trim());
    const answer = await ask(`/import?lang=${lang}`, "PUT", file, named);
    const made = await answer.json();
    if (!answer.ok) return failed(answer.status === 413 ? "large" : made.told);
    const came = made.proven ? (made.decided ? words.proven : words.decide) : words.rejected;
    $("came").textContent = came;
    $("report").href = address("report", made.copy);
    $("go-on").href = address("write", made.copy);
    $("imported").hidden = false;
    tell(came);
  } finally {
    $("from-file").disabled = false;
  }
});
