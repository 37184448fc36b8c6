/** Many reports, as the page knows them. */
import type { Failure, Source, Surveyed } from "../engine/schema";

export interface Row {
  source: Source;
  /** What came of it; nothing while it waits. */
  surveyed: Surveyed | Failure | null;
  /** The report as JSON, for sums and comparisons. */
  json: Uint8Array | null;
  /** Whose report of the year before was found. */
  last: Source | null;
}

export interface Batch {
  rows: Row[];
  earlier: Row[];
  skipped: string[];
}

export const NO_BATCH: Batch = { rows: [], earlier: [], skipped: [] };

export function isSurveyed(it: Row["surveyed"]): it is Surveyed {
  return it !== null && "verdict" in it;
}

/** The report of the same agency of the year before, if it is among these. */
export function lastOf(row: Row, earlier: Row[]): Source | null {
  const { surveyed } = row;
  if (!isSurveyed(surveyed) || surveyed.agency === null || surveyed.year === null) return null;
  const found = earlier.find(({ surveyed: it }) =>
    isSurveyed(it) && it.agency === surveyed.agency && it.year === (surveyed.year ?? 0) - 1);
  return found?.json ? { path: found.source.path, bytes: found.json } : null;
}

/** What is sent to be added up or compared: the report where it was read, else the file, which says why not. */
export function asChild(row: Row): Source {
  return { path: row.source.path, bytes: row.json ?? row.source.bytes };
}
