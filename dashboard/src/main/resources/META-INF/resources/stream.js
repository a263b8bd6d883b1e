import { alert } from "./alerts.js";
import { element } from "./dom.js";

const KEPT = 20;

/** Follows the alerts as they change; the browser reconnects by itself. */
export function follow(section, changed) {
  const state = section.querySelector(".state");
  const list = element("ul", { class: "plain" });
  section.querySelector(".content").replaceChildren(list);
  const source = new EventSource("/alerts/v1/stream");
  const take = (event) => {
    list.prepend(alert(JSON.parse(event.data)));
    while (list.children.length > KEPT) {
      list.lastElementChild.remove();
    }
    changed();
  };
  source.onopen = () => { state.textContent = "Connected; waiting for the next change."; };
  source.onerror = () => { state.textContent = "Not connected; trying again."; };
  source.onmessage = take;
  for (const change of ["RAISED", "UPDATED", "CANCELLED", "ACKNOWLEDGED", "RESOLVED"]) {
    source.addEventListener(change, take);
  }
}
