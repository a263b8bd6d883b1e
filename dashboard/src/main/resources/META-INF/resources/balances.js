import { all } from "./api.js";
import { element, note, table, words } from "./dom.js";
import { economy, usd } from "./figures.js";

const YEARS = 12;

/** A pair's trade as each side reports it; the two are never averaged. */
export async function balances() {
  const years = await all("/trade/v1/balances?reporter=IND&partner=JPN");
  const shown = years
    .filter((year) => year.freq === "A" || year.statements.length > 0)
    .sort((one, other) => year(other) - year(one))
    .slice(0, YEARS + 1);
  if (shown.length === 0) {
    return [note("Neither side has reported a year yet.")];
  }
  return [table("Trade of India and Japan", [
    { title: "Period", cell: (year) => year.period },
    { title: "India reports", cell: (year) => sides(year.sides, "IND") },
    { title: "Japan reports", cell: (year) => sides(year.sides, "JPN") },
    { title: "Published statements, and what overlaps", cell: (year) => beside(year) },
  ], shown)];
}

function year(item) {
  return Number(item.period.replace("FY", "").slice(0, 4));
}

function sides(reports, reporter) {
  const own = reports.filter((side) => side.reporter === reporter);
  return own.length === 0 ? "no report" : own.map(figures).join("; ");
}

function figures(side) {
  return `exports ${usd(side.exportsUsd)}, imports ${usd(side.importsUsd)}`;
}

function beside(year) {
  const lines = [
    ...year.statements.map((statement) => `${statement.publisher}: ${statement.wording}`),
    ...year.beside.map((side) => `${economy(side.reporter)} for ${side.period}: ${figures(side)}`),
    ...(year.comparison.comparable ? [] : [`${words(year.comparison.reason)}: ${year.comparison.says}`]),
  ].filter(Boolean);
  return element("span", {}, lines.join(" · ") || "–");
}
