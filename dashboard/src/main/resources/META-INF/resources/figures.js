// Figures as a person reads them; what is undefined says why and is never shown as 0.

import { words } from "./dom.js";

const REASONS = {
  NO_SOURCE: "no published source",
  NO_DATA: "no data",
  LOW_COVERAGE: "too few suppliers known",
  BOUNDS_STRADDLE: "cannot be decided: suppliers not all known",
  NO_WORLD_ROW: "no world total published",
  NO_IMPORTER_REPORT: "not known: the importer reports no such code",
  NO_IMPORTS_FROM_IMPOSER: "none reported",
};

const ECONOMIES = new Intl.DisplayNames(["en"], { type: "region" });
const ALPHA2 = { JPN: "JP", IND: "IN", CHN: "CN", USA: "US", TWN: "TW", AUS: "AU", KOR: "KR", IDN: "ID",
  PHL: "PH", NCL: "NC", MYS: "MY", SGP: "SG", DEU: "DE", FRA: "FR", GBR: "GB", VNM: "VN", THA: "TH",
  RUS: "RU", ZAF: "ZA", BRA: "BR", CHL: "CL", CAN: "CA", SAU: "SA", ARE: "AE", QAT: "QA", NLD: "NL",
  ITA: "IT", CHE: "CH", ARG: "AR", PER: "PE", COD: "CD", GTM: "GT", MDG: "MG", MOZ: "MZ", LKA: "LK" };

export function reason(code) {
  return REASONS[code] ?? words(code ?? "undefined");
}

/** The economy's name where the page knows it, else its code. */
export function economy(code) {
  return ALPHA2[code] ? ECONOMIES.of(ALPHA2[code]) : code;
}

export function share(value) {
  return value === null || value === undefined ? "–" : `${(100 * value).toFixed(1)} %`;
}

export function usd(value) {
  return value === null || value === undefined ? "–" : `$ ${compact(value)}`;
}

export function money(value, currency) {
  return value === null || value === undefined ? "–" : `${currency} ${compact(value)}`;
}

function compact(value) {
  return new Intl.NumberFormat("en", { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 }).format(value);
}

export function hhi(row) {
  if (row.hhi !== null && row.hhi !== undefined) {
    return row.hhi.toFixed(3);
  }
  if (row.hhiLower !== null && row.hhiLower !== undefined) {
    return `${row.hhiLower.toFixed(3)} to ${row.hhiUpper.toFixed(3)}`;
  }
  return reason(row.reason);
}

/** A date with its precision: a year stays a year. */
export function date(value) {
  if (!value) {
    return "–";
  }
  const length = { YEAR: 4, MONTH: 7 }[value.precision] ?? 10;
  return value.on.slice(0, length);
}

export function time(instant) {
  return new Date(instant).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
