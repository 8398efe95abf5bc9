// Keeps what a reader has chosen, tells a word's meaning beside it, and reads aloud with voices of this device.
// Without it everything is there: the choices are style, a meaning is a link away.
const find = (selector, root = document) => [...root.querySelectorAll(selector)];

for (const choice of find("input[type=radio]")) {
  const key = `clearfold-${choice.name}`;
  try {
    if (localStorage.getItem(key) === choice.value) choice.checked = true;
    choice.addEventListener("change", () => localStorage.setItem(key, choice.value));
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

const meaning = document.createElement("div");
meaning.popover = "auto";
meaning.className = "meaning";
meaning.role = "note";
if (meaning.showPopover) {
  document.body.append(meaning);
  for (const word of find("a.glossref")) {
    word.addEventListener("click", (event) => {
      const term = document.getElementById(word.hash.slice(1));
      if (!term) return;
      event.preventDefault();
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = document.body.dataset.close;
      close.addEventListener("click", () => {
        meaning.hidePopover();
        word.focus();
      });
      const heading = document.createElement("p");
      heading.className = "term";
      heading.append(...term.cloneNode(true).childNodes);
      const text = document.createElement("p");
      text.append(...term.nextElementSibling.cloneNode(true).childNodes);
      meaning.replaceChildren(heading, text, close);
      meaning.showPopover();
      close.focus();
    });
  }
}

const panel = find(".voice")[0];
const speech = window.speechSynthesis;
// Other voices send the text away.
const voiceOf = (lang) => speech.getVoices().find((voice) =>
  voice.localService && voice.lang.slice(0, 2).toLowerCase() === lang.slice(0, 2).toLowerCase());
const said = "h1,h2,h3,h4,h5,h6,p,li,dt,dd,caption,figcaption,th,td,img[alt]:not([alt=''])";
const passages = () => find(said, find("main")[0]).filter((one) =>
  !one.closest("[aria-hidden=true]") && !one.querySelector(":is(p,li,dd)"));
let waiting = [];

function stop() {
  waiting = [];
  speech.cancel();
  find(".spoken").forEach((one) => one.classList.remove("spoken"));
}

function next() {
  find(".spoken").forEach((one) => one.classList.remove("spoken"));
  if (!waiting.length) return;
  const [passage, text] = waiting.shift();
  const lang = passage.closest("[lang]").lang;
  const sentence = new SpeechSynthesisUtterance(text);
  sentence.lang = lang;
  sentence.voice = voiceOf(lang) || voiceOf(document.documentElement.lang);
  sentence.onend = next;
  passage.classList.add("spoken");
  speech.speak(sentence);
}

function read() {
  stop();
  for (const passage of passages()) {
    const copy = passage.cloneNode(true);
    find("[aria-hidden=true]", copy).forEach((one) => one.remove());
    const text = passage.alt || copy.textContent;
    const sentences = new Intl.Segmenter(passage.closest("[lang]").lang, { granularity: "sentence" });
    for (const { segment } of sentences.segment(text)) if (segment.trim()) waiting.push([passage, segment]);
  }
  next();
}

function offer() {
  panel.hidden = !voiceOf(document.documentElement.lang);
}

if (speech && panel) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  find(".read")[0].addEventListener("click", read);
  find(".stop")[0].addEventListener("click", stop);
  addEventListener("keydown", (event) => event.key === "Escape" && stop());
  addEventListener("pagehide", stop);
}
