import { all, get } from "./api.js";
import { element, fill, mark, note, table, words } from "./dom.js";
import { date, economy, reason, share, usd } from "./figures.js";

const BASES = {
  REPORTED: "the importer's own report",
  HEADING: "the wider heading",
  MIRROR: "the exporter's report",
};

/** Offers the measures and shows the impact of the chosen one. */
export async function chooseMeasure(section) {
  const select = section.querySelector("select");
  const show = () => fill(section, () => impact(select.value));
  let measures = [];
  await fill(section, async () => {
    measures = await all("/trade/v1/measures?status=CONFIRMED");
    return [note("No measure has been registered.")];
  });
  measures.sort((one, other) => (one.announced?.on ?? "") < (other.announced?.on ?? "") ? 1 : -1);
  select.replaceChildren(...measures.map((measure) =>
    element("option", { value: measure.id }, `${date(measure.announced)}  ${measure.title}`)));
  select.addEventListener("change", show);
  if (measures.length > 0) {
    await show();
  }
}

async function impact(measure) {
  const found = await get(`/alerts/v1/impacts?measure=${encodeURIComponent(measure)}`);
  return [
    element("h3", {}, "Exposed importers"), exposures(found.importers),
    element("h3", {}, "Projects linked by product"), projects(found.projects),
    element("h3", {}, "Who was told"), alerts(found.alerts),
  ];
}

function exposures(items) {
  if (items.length === 0) {
    return note("No exposure is known: no trade in these codes is in the sources.");
  }
  const rows = items.flatMap((exposure) => exposure.flows.map((flow) => ({ ...flow, importer: exposure.importer })));
  return table("Exposed importers", [
    { title: "Importer", cell: (row) => economy(row.importer) },
    { title: "Code of the measure", cell: (row) => row.code },
    { title: "Imports from there (US dollars)", cell: value, figure: true },
    { title: "Share of all imports", cell: (row) => (row.share === null ? reason(row.reason) : share(row.share)), figure: true },
    { title: "Concentration", cell: (row) => (row.verdict ? mark(row.verdict) : "–") },
    { title: "Year", cell: (row) => row.period },
    { title: "Rests on", cell: (row) => BASES[row.basis] ?? words(row.basis) },
  ], rows);
}

/** A figure for more than what the measure covers is an upper limit. */
function value(row) {
  const wider = row.coverage === "PARTIAL" || row.basis === "HEADING";
  return wider ? `at most ${usd(row.valueUsd)}` : usd(row.valueUsd);
}

const EFFECTS = { MITIGATES: "mitigates", IS_HIT: "is hit", BOTH: "mitigates and is hit" };

function projects(items) {
  if (items.length === 0) {
    return note("No project consumes or produces these products.");
  }
  return element("ul", { class: "plain" }, ...items.map((project) =>
    element("li", {}, mark(project.effect, EFFECTS[project.effect]), element("strong", {}, ` ${project.title} `),
      `(${project.links.map((link) => `${words(link.link)} ${link.code}`).join(", ")})`)));
}

function alerts(items) {
  if (items.length === 0) {
    return note("No alert was raised, so nobody was told.");
  }
  return element("ul", { class: "plain" }, ...items.map((alert) =>
    element("li", {}, mark(alert.severity), element("strong", {}, ` ${alert.title} `), told(alert.notifications))));
}

/** How many subscribers were told of an alert, and why the others were not. */
function told(notifications) {
  const reached = notifications.filter((each) => each.told).length;
  const reasons = new Set(notifications.filter((each) => !each.told).map((each) => words(each.reason ?? each.state)));
  const others = notifications.length - reached;
  return `${reached} told` + (others > 0 ? `, ${others} not: ${[...reasons].join(", ")}` : "");
}
