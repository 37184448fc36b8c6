/** What the module is asked, and what it answers: see `ogi-wasm`. */

/** A text in both languages. */
export interface Words {
  zh: string;
  en: string;
}

export interface Key extends Words {
  key: string;
}

export type Severity = "error" | "warning" | "info";
export type VerdictKey = "accepted" | "incomplete" | "rejected";

export interface Failure extends Words {
  kind: string;
}

/** A file as it was given. */
export interface Source {
  path: string;
  bytes: Uint8Array;
}

export interface Edit {
  target: string;
  text: string;
}

export interface Rule {
  id: string;
  title: Words;
  statement: Words;
  message: Words;
  basis: Words;
  basis_kind: Words;
  severity: Severity;
  editions: string[];
  since: string;
  example: { failing: string; mended: string } | null;
}

export interface Catalogue {
  version: string;
  report: string;
  rules: Rule[];
  severities: Key[];
  verdicts: Key[];
  formats: Key[];
  first_year: number;
}

/** Where a policy differs from the default. */
export interface PolicyChanges {
  off: string[];
  levels: { rule: string; severity: Severity }[];
  fail_on: Severity | null;
  blanks_as_zero: boolean;
  money_tolerance: string | null;
  thresholds: { key: string; value: string }[];
  waivers: {
    agency: string | null;
    year: number | null;
    rule: string;
    name: Words | null;
    printed: string;
    reason: string;
    expires: string | null;
  }[];
}

export interface Excerpt {
  line: number;
  before: string;
  meant: string;
  after: string;
}

/** A cell of a table; what follows `id` is there for figures. */
export interface Cell {
  kind: "head" | "label" | "corner" | "figure";
  rows?: number;
  columns?: number;
  text?: string;
  id?: string;
  name?: Words;
  place?: Words | null;
  excerpt?: Excerpt | null;
  severity?: Severity | null;
  findings?: number[];
  suspected?: boolean;
  involved?: boolean;
  implied?: string | null;
  is_total?: boolean;
  is_money?: boolean;
  is_changed?: boolean;
}

export interface Figure extends Cell {
  id: string;
  name: Words;
  findings: number[];
}

export interface Part {
  key: string;
  heading: string;
  text?: string;
  rows?: Cell[][];
}

export interface Finding {
  id: number;
  with: number[];
  others: Words | null;
  severity: Severity;
  rule: string;
  title: Words;
  statement: Words;
  basis: Words;
  basis_kind: Words;
  message: Words;
  cell: string | null;
  name: Words | null;
  cells: string[];
  expected: string | null;
  place: Words | null;
  excerpt: Excerpt | null;
  waived: string | null;
}

export interface Explanation {
  id: number;
  mechanism: Words;
  likelihood: Words;
  edits: { target: string; name: Words; from: string; to: string; text: string }[];
}

export interface Story {
  findings: number[];
  explanations: Explanation[];
  alike: number;
  left_out: number;
}

export interface Verdict {
  key: VerdictKey;
  words: Words;
  meaning: Words;
  counts: Words[];
}

export interface Checked {
  title: string | null;
  agency: string | null;
  year: number | null;
  facts: { label: string; value: string }[];
  verdict: Verdict;
  findings: Finding[];
  stories: Story[];
  exhaustive: boolean;
  parts: Part[];
  source: Words;
  can_annotate: boolean;
  can_change: boolean;
}

export interface Surveyed {
  agency: string | null;
  year: number | null;
  verdict: VerdictKey;
  meaning: Words;
  counted: Words;
  errors: number;
  warnings: number;
  hints: number;
  coverage: { required: number; judged: number };
}

export interface Compared {
  id: string;
  name: Words;
  parent: string;
  sum: string;
  lacking: string | null;
  standing: string;
  words: Words;
  is_difference: boolean;
  figures: string[];
}

export interface RolledUp {
  verdict: Verdict;
  findings: Finding[];
  bodies: { name: string; has_report: boolean; unreadable: Words | null }[];
  calls: { child: string; message: Words }[];
  cells: Compared[];
  standings: { words: Words; count: number }[];
}

export interface Summed {
  text: Words;
  year: number | null;
  bounds: number;
  notes: number;
}

/** What a register means, as it is sent. */
export interface Mapping {
  columns: Record<string, string>;
  words: Record<string, Record<string, string | null>>;
}

export interface Counted {
  year: number;
  requests: number;
  columns: { key: string; words: Words; column: string | null; is_required: boolean }[];
  vocabularies: {
    key: string;
    words: Words;
    meanings: { key: string; label: Words }[];
    entries: { word: string; meaning: string | null }[];
  }[];
  toml: string;
  left_over: { line: Words; message: Words }[];
  differences: {
    id: string;
    name: Words;
    counted: string;
    printed: string;
    follows: boolean;
    lines: Words[];
    left_over: Words[];
  }[];
  compared: number | null;
  not_compared: number;
  text: Words;
}

export interface Written {
  extension: string;
  has_formulas: boolean;
}

/** A kind of file to keep. */
export type Target =
  | "docx" | "xlsx" | "xlsx-form" | "html" | "text" | "markdown" | "json"
  | "check-json" | "check-html" | "check-xlsx" | "check-sarif"
  | "annotated" | "changed";

/** Each request with its answer. */
export interface Asks {
  catalogue: { request: object; answer: Catalogue };
  policy: { request: object; answer: PolicyChanges };
  check: { request: { edits: Edit[] }; answer: Checked };
  survey: { request: object; answer: Surveyed };
  write: { request: { edits: Edit[]; to: Target; language: string }; answer: Written };
  overview: { request: { language: string }; answer: Written };
  roll_up: { request: object; answer: RolledUp };
  add_up: { request: { agency: string }; answer: Summed };
  register: { request: { year: number | null; mapping: Mapping | null }; answer: Counted };
  start: { request: { agency: string | null; year: number | null }; answer: { agency: string | null; year: number | null } };
}
