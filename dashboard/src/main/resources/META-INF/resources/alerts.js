import { get } from "./api.js";
import { element, mark, note, words } from "./dom.js";
import { time } from "./figures.js";

const SHOWN = 15;

export async function alerts() {
  const page = await get(`/alerts/v1/alerts?limit=${SHOWN}`);
  if (page.items.length === 0) {
    return [note("No alert has been raised.")];
  }
  const list = element("ul", { class: "plain" }, ...page.items.map(alert));
  return page.next ? [list, note(`The newest ${SHOWN}; the API lists all.`)] : [list];
}

export function alert(alert) {
  const about = [words(alert.state), alert.period, time(alert.changedAt ?? alert.at), alert.exercise ? "exercise" : null];
  return element("li", {},
    mark(alert.severity),
    element("strong", {}, alert.title),
    element("p", {}, alert.text),
    element("p", { class: "note" },
      about.filter(Boolean).join(" · "),
      " · ",
      element("a", { href: `/alerts/v1/alerts/${encodeURIComponent(alert.alertId)}/evidence` }, "evidence")));
}
