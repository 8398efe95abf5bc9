/* History: a former version is put back, where this tab may write. */

import { desk, tell } from "./studio.js";

const $ = (id) => document.getElementById(id);
const history = $("history");

function begin(words) {
  const { news, send } = desk(words.copy);

  function allowed(may) {
    $("locked").hidden = may;
    $("restore").disabled = !may;
  }
  async function askToWrite(take) {
    const answer = await send("/writer", { take }, "");
    allowed((await answer.json()).writes);
  }
  $("take").addEventListener("click", () => askToWrite(true));
  news.addEventListener("writer", (event) => allowed(JSON.parse(event.data).writes));
  $("restore").addEventListener("click", async () => {
    $("restore").disabled = true;
    const answer = await send("/restore", { version: words.version }, words.sha256);
    if (answer.ok) return tell(words.done);
    if (answer.status === 412) return tell(words.changed);
    return tell(words.failed.replace("{why}", (await answer.json()).told));
  });
  askToWrite(false);
}

if (history) begin(history.dataset);
