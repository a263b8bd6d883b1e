import { get } from "./api.js";
import { element, mark, note, table } from "./dom.js";
import { economy, hhi, reason, share, usd } from "./figures.js";

const SHOWN = 12;

const COLUMNS = [
  { title: "Product", cell: product },
  { title: "Year", cell: (row) => row.period, figure: true },
  { title: "HHI (0 to 1)", cell: hhi, figure: true },
  { title: "Largest supplier", cell: supplier },
  { title: "Imports (US dollars)", cell: (row) => usd(row.totalUsd), figure: true },
  { title: "Verdict", cell: (row) => (row.verdict ? mark(row.verdict) : reason(row.reason)) },
];

export async function concentrations(importer) {
  const page = await get(
    `/trade/v1/concentrations?importer=${importer}&freq=A&newest=true&sort=-hhiLower&limit=${SHOWN}`);
  if (page.items.length === 0) {
    return [note(`Nothing is known yet about the imports of ${economy(importer)}.`)];
  }
  const through = page.items.map((row) => row.dataThrough).sort().at(-1);
  return [
    table(`Most concentrated imports of ${economy(importer)}`, COLUMNS, page.items),
    note(`${page.next ? `The ${SHOWN} most concentrated; the API lists all. ` : ""}Data through ${through}.`),
  ];
}

function product(row) {
  const name = row.productName ?? row.product;
  return element("span", { title: `${row.classification ?? ""} ${row.product}` }, `${name} (${row.product})`);
}

function supplier(row) {
  return row.top1 ? `${economy(row.top1.partner)} ${share(row.top1.share)}` : "–";
}
