/* Seeing: the web page is fetched anew once the saved copy is another. */

import { root } from "./studio.js";

const frame = document.getElementById("page");
let last = "";
const news = new EventSource(`${root}/news/${frame.dataset.copy}`);
news.addEventListener("problems", (event) => {
  const { sha256, good } = JSON.parse(event.data);
  document.getElementById("old").hidden = good;
  if (last && sha256 !== last && good) frame.src = `${root}/page/${frame.dataset.copy}?of=${sha256}`;
  last = sha256;
});
