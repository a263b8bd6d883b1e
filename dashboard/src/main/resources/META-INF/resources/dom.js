// Builds elements from text only: nothing that an API answers is ever read as HTML.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function mark(word, text = words(word)) {
  return element("span", { class: `mark ${/^[A-Z_]+$/.test(word) ? word : ""}` }, text);
}

export function table(caption, columns, rows) {
  const head = columns.map(({ title, figure }) =>
    element("th", figure ? { scope: "col", class: "figure" } : { scope: "col" }, title));
  const body = rows.map((row) =>
    element("tr", {}, ...columns.map(({ title, cell, figure }) =>
      element("td", { "data-title": title, class: figure ? "figure" : "" }, cell(row)))));
  return element("div", { class: "wide" },
    element("table", { "aria-label": caption },
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body)));
}

export function note(text) {
  return element("p", { class: "note" }, text);
}

/** LOW_COVERAGE becomes "low coverage". */
export function words(constant) {
  return constant.replaceAll("_", " ").toLowerCase();
}

/** Shows what is being asked for, then the answer or why there is none. */
export async function fill(section, load) {
  const content = section.querySelector(".content");
  content.replaceChildren(note("Loading …"));
  try {
    content.replaceChildren(...await load());
  } catch (failure) {
    content.replaceChildren(element("p", { class: "failure" }, failure.message));
  }
}
