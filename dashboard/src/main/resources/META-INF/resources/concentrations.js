import { all } from "./api.js";
import { element, mark, note, table } from "./dom.js";
import { economy, hhi, reason, share, usd } from "./figures.js";

const SHOWN = 12;

const COLUMNS = [
  { title: "Product", cell: product },
  { title: "Year", cell: (row) => row.period },
  { title: "HHI (0 to 1)", cell: hhi, figure: true },
  { title: "Largest supplier", cell: supplier },
  { title: "Imports (US dollars)", cell: (row) => usd(row.totalUsd), figure: true },
  { title: "Verdict", cell: (row) => (row.verdict ? mark(row.verdict) : reason(row.reason)) },
];

export async function concentrations(importer) {
  const rows = newestOfEachProduct(await all(`/trade/v1/concentrations?importer=${importer}&freq=A`));
  if (rows.length === 0) {
    return [note(`Nothing is known yet about the imports of ${economy(importer)}.`)];
  }
  rows.sort((one, other) => atLeast(other) - atLeast(one));
  const through = rows.map((row) => row.dataThrough).sort().at(-1);
  return [
    table(`Most concentrated imports of ${economy(importer)}`, COLUMNS, rows.slice(0, SHOWN)),
    note(`${Math.min(SHOWN, rows.length)} of ${rows.length} products · data through ${through}`),
  ];
}

function newestOfEachProduct(rows) {
  const newest = new Map();
  for (const row of rows) {
    const cell = `${row.classification} ${row.product}`;
    const known = newest.get(cell);
    if (!known || row.period > known.period) {
      newest.set(cell, row);
    }
  }
  return [...newest.values()];
}

function atLeast(row) {
  return row.hhi ?? row.hhiLower ?? -1;
}

function product(row) {
  const name = row.productName ?? row.product;
  return element("span", { title: `${row.classification ?? ""} ${row.product}` }, `${name} (${row.product})`);
}

function supplier(row) {
  return row.top1 ? `${economy(row.top1.partner)} ${share(row.top1.share)}` : "–";
}
