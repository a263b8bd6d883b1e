import { get } from "./api.js";
import { element, mark, note } from "./dom.js";
import { time } from "./figures.js";

const HOURS = 24;

/** What a desk reads first: at most ten things, or that nothing changed. */
export async function briefing() {
  const since = new Date(Date.now() - HOURS * 3_600_000).toISOString();
  const answer = await get(`/alerts/v1/briefings?since=${encodeURIComponent(since)}`);
  if (answer.items.length === 0) {
    return [note(answer.summary)];
  }
  const more = answer.more > 0 ? [note(`And ${answer.more} more; the API lists every alert.`)] : [];
  return [element("p", {}, answer.summary), element("ul", { class: "plain" }, ...answer.items.map(item)), ...more];
}

function item(each) {
  return element("li", {},
    mark(each.severity ?? each.kind),
    element("strong", {}, each.exercise ? `Exercise: ${each.title}` : each.title),
    element("p", { class: "note" }, time(each.at), " · ", element("a", { href: each.link }, "more")));
}
