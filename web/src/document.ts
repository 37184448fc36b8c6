/** A report on the page: a file, and what was changed since. */
import type { Edit, Source, Words } from "./engine/schema";

/** What was done in one go, and is undone in one go. */
export interface Change {
  kind: "typed" | "suggested" | "filled";
  /** Why, where a suggestion was taken. */
  reason?: Words;
  edits: (Edit & { name: Words; from: string })[];
}

export interface Report {
  source: Source;
  /** Reports of earlier years that it is checked beside. */
  earlier: Source[];
  changes: Change[];
  undone: Change[];
  /** Whether it is a form to fill in, whose texts are open to be written. */
  isForm: boolean;
}

export function opened(source: Source, more: Partial<Report> = {}): Report {
  return { source, earlier: [], changes: [], undone: [], isForm: false, ...more };
}

export function editsOf(report: Report): Edit[] {
  return report.changes.flatMap((it) => it.edits.map(({ target, text }) => ({ target, text })));
}

/** With a change more. Typing on in one place is one change. */
export function changed(report: Report, change: Change): Report {
  const last = report.changes[report.changes.length - 1];
  const [was] = last?.edits ?? [];
  const [is] = change.edits;
  const goesOn =
    last?.kind === "typed" && change.kind === "typed" && was !== undefined && was.target === is?.target;
  if (goesOn && is && was) {
    const before = report.changes.slice(0, -1);
    const isBack = is.text === was.from;
    return { ...report, undone: [], changes: isBack ? before : [...before, { ...change, edits: [{ ...is, from: was.from }] }] };
  }
  return { ...report, undone: [], changes: [...report.changes, change] };
}

export function undo(report: Report): Report {
  const last = report.changes[report.changes.length - 1];
  if (!last) return report;
  return { ...report, changes: report.changes.slice(0, -1), undone: [...report.undone, last] };
}

export function redo(report: Report): Report {
  const last = report.undone[report.undone.length - 1];
  if (!last) return report;
  return { ...report, changes: [...report.changes, last], undone: report.undone.slice(0, -1) };
}
