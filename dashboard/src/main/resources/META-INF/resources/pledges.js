import { all, get } from "./api.js";
import { element, mark, note, words } from "./dom.js";
import { money, reason, share } from "./figures.js";

export async function pledges() {
  const items = await all("/investment/v1/pledges");
  if (items.length === 0) {
    return [note("No pledge has been registered.")];
  }
  const cards = await Promise.all(items.map(async (pledge) => card(pledge, await progress(pledge))));
  return [element("ul", { class: "plain" }, ...cards)];
}

function progress(pledge) {
  return get(`/investment/v1/pledges/${encodeURIComponent(pledge.id)}/progress`);
}

function card(pledge, progress) {
  return element("li", {},
    mark(progress.status),
    element("strong", {}, pledge.title),
    element("p", {}, `${money(pledge.amount, pledge.currency)}, ${words(pledge.scope)}, ${pledge.from} to ${pledge.to}`),
    ...standing(pledge, progress));
}

function standing(pledge, progress) {
  if (progress.progress === null || progress.progress === undefined) {
    return [note(`Progress: ${reason(progress.reason ?? progress.status)}. This is not zero: nobody has published flows that count.`)];
  }
  const width = `${Math.min(100, Math.max(0, 100 * progress.progress)).toFixed(1)}%`;
  const filled = element("span");
  filled.style.width = width;
  return [
    element("div", { class: "bar", role: "img", "aria-label": `${share(progress.progress)} of the pledge` }, filled),
    element("p", {},
      `${share(progress.progress)} reached; the linear plan asks for ${share(progress.plan)} by ${progress.on ?? "now"}. ` +
      `Committed ${money(progress.committed, pledge.currency)}, paid ${money(progress.disbursed, pledge.currency)}.`),
  ];
}
