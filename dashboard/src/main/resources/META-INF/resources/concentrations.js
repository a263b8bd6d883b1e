import { get } from "./api.js";
import { element, mark, note, table } from "./dom.js";
import { economy, hhi, reason, share, usd } from "./figures.js";

const SHOWN = 10;
const ASKED = 200;

const COLUMNS = [
  { title: "Product", cell: product },
  { title: "Year", cell: (row) => row.period, figure: true },
  { title: "HHI (0 to 1)", cell: hhi, figure: true },
  { title: "Largest supplier", cell: supplier },
  { title: "Imports (US dollars)", cell: (row) => usd(row.totalUsd), figure: true },
  { title: "Verdict", cell: (row) => (row.verdict ? mark(row.verdict) : reason(row.reason)) },
];

/** A figure of older data is shown, but not as a headline. */
const HEADLINE_MONTHS = 18;

export async function concentrations(importer) {
  const page = await get(
    `/trade/v1/concentrations?importer=${importer}&freq=A&newest=true&verdict=CONCENTRATED&sort=-hhiLower&limit=${ASKED}`);
  if (page.items.length === 0) {
    return [note(`Nothing is known yet about concentrated imports of ${economy(importer)}.`)];
  }
  const recent = page.items.filter((row) => !old(row.period));
  const older = page.items.filter((row) => old(row.period));
  return [
    ...part(`Most concentrated imports of ${economy(importer)}`, recent, []),
    ...part(`Older data on imports of ${economy(importer)}`, older,
      [element("h3", {}, `Data older than ${HEADLINE_MONTHS} months`)]),
  ];
}

function part(caption, rows, heading) {
  if (rows.length === 0) {
    return [];
  }
  const shown = rows.slice(0, SHOWN);
  const more = rows.length > SHOWN ? [note(`The ${SHOWN} most concentrated of ${rows.length}; the API lists all.`)] : [];
  return [...heading, table(caption, COLUMNS, shown), ...more];
}

/** Whether a year ended more than eighteen months ago. */
function old(year) {
  const limit = new Date();
  limit.setUTCMonth(limit.getUTCMonth() - HEADLINE_MONTHS);
  return new Date(Date.UTC(Number(year.slice(0, 4)), 11, 31)) < limit;
}

function product(row) {
  const name = row.productName ?? row.product;
  return element("span", { title: `${row.classification ?? ""} ${row.product}` },
    row.classification === "HS" ? `${name} (${row.product})` : name);
}

function supplier(row) {
  return row.top1 ? `${economy(row.top1.partner)} ${share(row.top1.share)}` : "–";
}
