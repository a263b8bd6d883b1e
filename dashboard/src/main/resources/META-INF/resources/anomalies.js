import { all } from "./api.js";
import { element, mark, note, table, words } from "./dom.js";
import { economy, usd } from "./figures.js";

const SHOWN = 10;
const YEARS = 3;

const COLUMNS = [
  { title: "Month", cell: (row) => row.period },
  { title: "Series", cell: (row) => series(row) },
  { title: "Seen", cell: (row) => amount(row.observed, row), figure: true },
  { title: "Expected", cell: (row) => `${amount(row.lower, row)} to ${amount(row.upper, row)}`, figure: true },
  { title: "z", cell: (row) => row.z.toFixed(1), figure: true },
  { title: "Reading", cell: (row) => element("span", {}, mark(row.tier), row.reading ? ` ${words(row.reading)}` : null) },
];

/** Months far beyond their own history in the newest years that are known, the farthest first. */
export async function anomalies() {
  const rows = await all("/trade/v1/anomalies?tier=ALERT&metric=VALUE");
  if (rows.length === 0) {
    return [note("No month is far beyond its history.")];
  }
  const newest = rows.map((row) => row.period).sort().at(-1);
  const from = `${Number(newest.slice(0, 4)) - YEARS}-01`;
  const recent = rows.filter((row) => row.period >= from)
    .sort((one, other) => Math.abs(other.z) - Math.abs(one.z));
  return [
    table("Months far beyond their history", COLUMNS, recent.slice(0, SHOWN)),
    note(`The farthest ${Math.min(SHOWN, recent.length)} of ${recent.length} since ${from}. A month is held against its own past alone: why it moved is another question.`),
  ];
}

function series(row) {
  const direction = row.flow === "EXPORT" ? "to" : "from";
  return element("span", { title: `${row.classification} ${row.product}, ${row.source}` },
    `${economy(row.reporter)} ${words(row.flow)} ${row.productName ?? row.product} (${row.product}) ${direction} ${economy(row.partner)}`);
}

function amount(value, row) {
  return row.unit === "USD" ? usd(value) : `${value} ${row.unit}`;
}
