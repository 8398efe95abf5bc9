/* The form of a picture. None is taken without what it shows, or that it only decorates. */

import { commands, schema, shape } from "./editor.js";

const NAMED = /\.(jpe?g|png|gif|svg|heic|webp)$|^(img|dsc|image|picture|foto|photo|screenshot)[-_ ]?\d*$/i;

const crop = (fields) => (fields.shape.disabled ? "" : [fields.shape.value, fields.kept.disabled ? "" : fields.kept.value].filter(Boolean).join(" "));

/* Show what the leaflet will: the picture in its shape. */
function preview(image, address) {
  let sent = null;
  return (file, src, crop) => {
    if (sent) URL.revokeObjectURL(sent);
    sent = file ? URL.createObjectURL(file) : null;
    image.hidden = !(file || src);
    image.className = shape(crop);
    if (!image.hidden) image.src = sent || address(src);
  };
}

export function pictures(writing, { ask, amiss, words, sent, listed }) {
  const seen = preview(document.getElementById("picture-seen"), words.pictures);

  /* `found` is the picture that is to be changed, null where one is put in; `given` a file that is known already. */
  return async function picture(found = null, given = null) {
    const had = await listed();
    const attrs = found ? found.node.attrs : { src: "", alt: "", caption: "", credit: "", decorates: false, beside: false, crop: "" };
    const fill = (fields) => {
      fields.src.replaceChildren(fields.src.options[0], ...[...new Set([...had, attrs.src])].filter(Boolean).map((name) => new Option(name, name)));
      for (const name of ["src", "alt", "caption", "credit"]) fields[name].value = attrs[name];
      for (const name of ["decorates", "beside"]) fields[name].checked = attrs[name];
      if (given) {
        const list = new DataTransfer();
        list.items.add(given);
        fields.file.files = list.files;
      }
      const [format, kept = ""] = attrs.crop.split(" ");
      fields.shape.value = format;
      fields.kept.value = kept;
      const settle = () => {
        fields.alt.disabled = fields.decorates.checked;
        const [file] = fields.file.files;
        const drawing = /\.svg$/i.test(file ? file.name : fields.src.value);
        fields.shape.disabled = drawing;
        fields.kept.disabled = drawing || !fields.shape.value;
        seen(file, fields.src.value, crop(fields));
      };
      for (const name of ["decorates", "file", "src", "shape", "kept"]) fields[name].onchange = settle;
      settle();
    };
    ask("picture", fill, async (fields) => {
      const [file] = fields.file.files;
      const alt = fields.alt.value.trim(), decorates = fields.decorates.checked;
      if (amiss(fields.file, file || fields.src.value ? "" : words.nopicture)) return false;
      if (!decorates && amiss(fields.alt, alt ? "" : words.noalternative)) return false;
      if (!decorates && amiss(fields.alt, NAMED.test(alt) ? words.filename : "")) return false;
      let src = fields.src.value;
      if (file) {
        const answer = await sent(file);
        const told = await answer.json();
        if (amiss(fields.file, answer.ok ? "" : words.refused.replace("{why}", told.told))) return false;
        src = told.file;
      }
      const made = { src, alt: decorates ? "" : alt, decorates, caption: fields.caption.value.trim(), credit: fields.credit.value.trim(), beside: fields.beside.checked, crop: crop(fields) };
      if (found) return writing.do(commands.attributes(found.pos, made));
      return writing.do(commands.insert(schema.nodes.picture.create(made)));
    });
  };
}
