import { alerts } from "./alerts.js";
import { anomalies } from "./anomalies.js";
import { balances } from "./balances.js";
import { briefing } from "./briefing.js";
import { concentrations } from "./concentrations.js";
import { fill } from "./dom.js";
import { chooseMeasure } from "./impacts.js";
import { pledges } from "./pledges.js";
import { follow } from "./stream.js";

const section = (id) => document.getElementById(id);

function showAlerts() {
  return fill(section("alerts"), alerts);
}

function showImporter(button) {
  for (const each of section("concentrations").querySelectorAll("button")) {
    each.setAttribute("aria-pressed", String(each === button));
  }
  return fill(section("concentrations"), () => concentrations(button.dataset.importer));
}

for (const button of section("concentrations").querySelectorAll("button")) {
  button.addEventListener("click", () => showImporter(button));
}

fill(section("briefing"), briefing);
showAlerts();
fill(section("anomalies"), anomalies);
fill(section("balances"), balances);
showImporter(section("concentrations").querySelector("button"));
chooseMeasure(section("impacts"));
fill(section("pledges"), pledges);
follow(section("stream"), showAlerts);
