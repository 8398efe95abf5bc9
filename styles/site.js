// Shows the leaflets that hold all the words that are typed; without it the whole list stands there.
const field = document.querySelector("#search");
const found = document.querySelector(".found");
const items = [...document.querySelectorAll(".shelf li")];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = items.map((item) => plain(`${item.textContent} ${item.dataset.words}`));
document.querySelector(".search").hidden = false;
field.addEventListener("input", () => {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  items.forEach((item, at) => { item.hidden = !words.every((word) => texts[at].includes(word)); });
  for (const section of document.querySelectorAll("main section[lang]")) {
    const listed = section.matches(".subjects") ? !words.length : section.querySelector("li:not([hidden])");
    section.hidden = !listed;
  }
  const count = items.filter((item) => !item.hidden).length;
  found.textContent = words.length ? found.dataset.found.replace("{count}", count) : "";
});
