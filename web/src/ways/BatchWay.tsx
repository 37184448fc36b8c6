/** A supervisor's way: many reports, added up, compared with the draft of the whole, beside last year's. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Report, opened } from "../document";
import { failureOf, isFailure, useWork } from "../engine/context";
import type { Failure, RolledUp, Source, Summed, VerdictKey } from "../engine/schema";
import { type Found, documents, keep, read } from "../files";
import { useLanguage, useWords } from "../language";
import { VerdictChip } from "../parts/Chip";
import { Drop } from "../parts/Drop";
import { Failed } from "../parts/Failed";
import type { Word } from "../words";
import { type Batch, type Row, NO_BATCH, asChild, isSurveyed, lastOf } from "./batch";

interface Props {
  batch: Batch;
  setBatch(change: (was: Batch) => Batch): void;
  onOpen(report: Report): void;
}

type Order = "agency" | "year" | "verdict" | "errors" | "warnings" | "coverage" | "path";
type Result =
  | { kind: "sum"; summed: Summed; report: Source }
  | { kind: "roll-up"; rolledUp: RolledUp; book: Uint8Array; parent: Source }
  | { kind: "failed"; failure: Failure };

const RANK: Record<VerdictKey, number> = { rejected: 0, incomplete: 1, accepted: 2 };

/** How often what arrived is shown, in milliseconds: drawing the table for each of hundreds of files would take longer than they. */
const SHOWN_EVERY = 100;

/** Reads and surveys files, one after another, and reports each as it comes; again if they are to be checked otherwise. */
export function useSurvey(setBatch: Props["setBatch"]) {
  const { engine, run } = useWork();
  const survey = async (rows: Row[], into: "rows" | "earlier") => {
    let arrived = new Map<Source, Partial<Row>>();
    const show = () => {
      const now = arrived;
      arrived = new Map();
      setBatch((was) => {
        const next = { ...was, [into]: was[into].map((it) => ({ ...it, ...now.get(it.source) })) };
        return { ...next, rows: next.rows.map((it) => ({ ...it, last: lastOf(it, next.earlier) })) };
      });
    };
    const put = (row: Row, more: Partial<Row>) => {
      if (arrived.size === 0) setTimeout(show, SHOWN_EVERY);
      arrived.set(row.source, more);
    };
    await run(() => Promise.all(rows.map(async (row) => {
      try {
        const { value, bytes } = await engine.ask("survey", {}, [row.source]);
        put(row, { surveyed: value, json: bytes });
      } catch (error) {
        put(row, { surveyed: failureOf(error) });
      }
    })));
  };
  const add = async (found: Found[], into: "rows" | "earlier") => {
    const wanted = documents(found);
    const rows: Row[] = [];
    for (const it of wanted.found) {
      rows.push({ source: await read(it), surveyed: null, json: null, last: null });
    }
    setBatch((was) => ({ ...was, [into]: [...was[into], ...rows], skipped: [...was.skipped, ...wanted.skipped] }));
    await survey(rows, into);
  };
  return { add, survey };
}

export function BatchWay({ batch, setBatch, onOpen }: Props) {
  const say = useWords();
  const language = useLanguage();
  const { engine, run, inForce: { policy } } = useWork();
  const { add, survey } = useSurvey(setBatch);
  const [order, setOrder] = useState<{ by: Order; down: boolean }>({ by: "verdict", down: false });
  const [verdict, setVerdict] = useState<VerdictKey | "unread" | "">("");
  const [search, setSearch] = useState("");
  const [agency, setAgency] = useState("");
  const [result, setResult] = useState<Result | null>(null);
  const shown = useMemo(() => sorted(batch.rows, order).filter((it) => matches(it, verdict, search)), [batch, order, verdict, search]);

  const children = () => batch.rows.map(asChild);
  const addUp = async () => {
    const done = await run(() => engine.ask("add_up", { agency }, children()));
    if (isFailure(done)) setResult({ kind: "failed", failure: done });
    else setResult({ kind: "sum", summed: done.value, report: { path: `${agency || say("whole")}.json`, bytes: done.bytes } });
  };
  const compare = async (parent: Source) => {
    const done = await run(() => engine.ask("roll_up", {}, [parent, ...children()]));
    if (isFailure(done)) setResult({ kind: "failed", failure: done });
    else setResult({ kind: "roll-up", rolledUp: done.value, book: done.bytes, parent });
  };
  const checkedBy = useRef(policy);
  useEffect(() => {
    if (checkedBy.current === policy) return;
    checkedBy.current = policy;
    void survey(batch.rows, "rows");
    if (result?.kind === "roll-up") void compare(result.parent);
  }, [policy]);

  if (batch.rows.length === 0) {
    return (
      <div class="begin">
        <h1>{say("batch")}</h1>
        <Drop title={say("dropMany")} hint={say("dropManyHint")} many given="reports" onFiles={(found) => void add(found, "rows")} />
        {batch.skipped.length > 0 && <p role="status">{say("emptyFolder")}</p>}
        <Skipped paths={batch.skipped} />
      </div>
    );
  }
  const saveOverview = async () => {
    const done = await run(() => engine.ask("overview", { language }, batch.rows.map((it) => it.source)));
    if (isFailure(done)) setResult({ kind: "failed", failure: done });
    else keep(`${say("overview")}.xlsx`, done.bytes);
  };
  const head = (by: Order, word: Word, isNumber = false) => (
    <th scope="col" class={isNumber ? "number" : ""} aria-sort={order.by !== by ? "none" : order.down ? "descending" : "ascending"}>
      <button type="button" class="sort" onClick={() => setOrder({ by, down: order.by === by && !order.down })}>
        {say(word)}<span aria-hidden="true">{order.by !== by ? "" : order.down ? " ▼" : " ▲"}</span>
      </button>
    </th>
  );
  return (
    <div class="batch">
      <h1>{say("overview")}</h1>
      <div class="bar tools">
        <label>{say("verdict")}{" "}
          <select value={verdict} onChange={(event) => setVerdict(event.currentTarget.value as VerdictKey | "unread" | "")}>
            <option value="">{say("all")}</option>
            <VerdictOptions />
            <option value="unread">{say("unread")}</option>
          </select>
        </label>
        <input type="search" aria-label={say("search")} placeholder={say("search")} value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        <span role="status">{say("shown")} {shown.length} / {batch.rows.length} {say("ofFiles")}</span>
        <button type="button" onClick={() => void saveOverview()}>{say("saveOverview")}</button>
        <button type="button" onClick={() => { setBatch(() => NO_BATCH); setResult(null); }}>{say("clear")}</button>
      </div>
      <div class="scroll" role="region" aria-label={say("overview")} tabIndex={0}>
        <table class="list">
          <thead>
            <tr>
              {head("agency", "agency")}{head("year", "year", true)}{head("verdict", "verdict")}
              {head("errors", "errors", true)}{head("warnings", "warnings", true)}{head("coverage", "coverage", true)}
              {batch.earlier.length > 0 && <th scope="col">{say("lastYear")}</th>}
              {head("path", "file")}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, n) => <RowOf key={n} row={row} hasEarlier={batch.earlier.length > 0} onOpen={onOpen} />)}
          </tbody>
        </table>
      </div>
      <Skipped paths={batch.skipped} />
      <div class="tasks">
        <section>
          <h2>{say("compare")}</h2>
          <Drop small title={say("dropWhole")} given="whole" onFiles={async ([first]: Found[]) => {
            if (first) await compare(await read(first));
          }} />
        </section>
        <section>
          <h2>{say("addUp")}</h2>
          <label>{say("sumAgency")}{" "}<input value={agency} onInput={(event) => setAgency(event.currentTarget.value)} /></label>
          <p><button type="button" class="primary" onClick={() => void addUp()}>{say("addUp")}</button></p>
        </section>
        <section>
          <h2>{say("addLast")}</h2>
          <Drop small many title={say("dropLastMany")} given="last-year" onFiles={(found) => void add(found, "earlier")} />
        </section>
        <section>
          <h2>{say("addFiles")}</h2>
          <Drop small many title={say("dropMore")} given="more" onFiles={(found) => void add(found, "rows")} />
        </section>
      </div>
      {result && <ResultOf result={result} onOpen={onOpen} />}
    </div>
  );
}

function Skipped({ paths }: { paths: string[] }) {
  const say = useWords();
  if (paths.length === 0) return null;
  return <p class="hint">{say("skipped")}：{paths.slice(0, 10).join("、")}{paths.length > 10 ? "…" : ""}</p>;
}

function VerdictOptions() {
  const say = useWords();
  const { catalogue } = useWork();
  return <>{catalogue?.verdicts.map((it) => <option key={it.key} value={it.key}>{say(it)}</option>)}</>;
}

function RowOf({ row, hasEarlier, onOpen }: { row: Row; hasEarlier: boolean; onOpen(report: Report): void }) {
  const say = useWords();
  const { surveyed, source, last } = row;
  if (!isSurveyed(surveyed)) {
    return (
      <tr class={surveyed ? "unread" : "waiting"}>
        <th scope="row">—</th><td /><td>{surveyed ? <span class="chip unread">{say("unread")}</span> : "…"}</td>
        <td colSpan={3}>{surveyed ? say(surveyed) : ""}</td>
        {hasEarlier && <td />}
        <td class="path">{source.path}</td>
      </tr>
    );
  }
  const { coverage } = surveyed;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => onOpen(opened(source, { earlier: last ? [last] : [] }))}>
          {surveyed.agency ?? say("unnamed")}
        </button>
      </th>
      <td class="number">{surveyed.year ?? "—"}</td>
      <td title={say(surveyed.meaning)}><VerdictChip verdict={surveyed.verdict} /></td>
      <td class="number">{surveyed.errors}</td>
      <td class="number">{surveyed.warnings}</td>
      <td class="number">{coverage.judged}/{coverage.required}</td>
      {hasEarlier && <td>{say(last ? "has" : "none")}</td>}
      <td class="path">{source.path}</td>
    </tr>
  );
}

function ResultOf({ result, onOpen }: { result: Result; onOpen(report: Report): void }) {
  const say = useWords();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "nearest" });
  }, [result]);
  if (result.kind === "failed") return <Failed failure={result.failure} />;
  if (result.kind === "sum") {
    return (
      <section class="result" aria-labelledby="result-title">
        <h2 id="result-title" ref={head} tabIndex={-1}>{say("sum")}</h2>
        <p class="bar"><button type="button" class="primary" onClick={() => onOpen(opened(result.report, { isForm: true }))}>{say("openSum")}</button></p>
        <pre class="said" tabIndex={0} role="region" aria-label={say("sum")}>{say(result.summed.text)}</pre>
      </section>
    );
  }
  const { rolledUp, book, parent } = result;
  const differences = rolledUp.cells.filter((it) => it.is_difference);
  const silent = rolledUp.bodies.filter((it) => !it.has_report);
  return (
    <section class="result" aria-labelledby="result-title">
      <h2 id="result-title" ref={head} tabIndex={-1}>{say("rollUp")}：{parent.path}</h2>
      <p><VerdictChip verdict={rolledUp.verdict.key} /> {say(rolledUp.verdict.meaning)}</p>
      <p class="meta">{rolledUp.standings.map((it, n) => <span key={n}>{say(it.words)} {it.count}</span>)}</p>
      <p class="bar"><button type="button" onClick={() => keep(`${say("rollUp")}.xlsx`, book)}>{say("saveRollUp")}</button></p>
      {silent.length > 0 && (
        <p>{say("noReport")}：{silent.map((it) => it.name + (it.unreadable ? `（${say(it.unreadable)}）` : "")).join("、")}</p>
      )}
      {differences.length === 0 ? <p class="good">{say("noDifference")}</p> : (
        <div class="scroll" role="region" aria-label={say("rollUp")} tabIndex={0}>
          <table class="list">
            <thead><tr>
              <th scope="col">{say("cell")}</th><th scope="col" class="number">{say("whole")}</th>
              <th scope="col" class="number">{say("childrenSum")}</th><th scope="col">{say("standing")}</th>
            </tr></thead>
            <tbody>
              {differences.map((it) => (
                <tr key={it.id} data-difference={it.id}>
                  <th scope="row">{say(it.name)}</th><td class="number">{it.parent || say("blank")}</td>
                  <td class="number">{it.sum}</td><td>{say(it.words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rolledUp.calls.length > 0 && (
        <>
          <h3>{say("calls")}</h3>
          <ul>{rolledUp.calls.map((it) => <li key={it.child}>{say(it.message)}</li>)}</ul>
        </>
      )}
    </section>
  );
}

function matches(row: Row, verdict: string, search: string): boolean {
  const { surveyed, source } = row;
  const agency = isSurveyed(surveyed) ? surveyed.agency ?? "" : "";
  const of = isSurveyed(surveyed) ? surveyed.verdict : surveyed ? "unread" : "";
  return (verdict === "" || of === verdict) && (agency + source.path).includes(search.trim());
}

function sorted(rows: Row[], { by, down }: { by: Order; down: boolean }): Row[] {
  const key = (row: Row): string | number => {
    const { surveyed: it, source } = row;
    if (by === "path") return source.path;
    if (!isSurveyed(it)) return by === "agency" ? "" : -1;
    switch (by) {
      case "agency": return it.agency ?? "";
      case "year": return it.year ?? 0;
      case "verdict": return RANK[it.verdict];
      case "errors": return it.errors;
      case "warnings": return it.warnings;
      case "coverage": return it.coverage.required === 0 ? 0 : it.coverage.judged / it.coverage.required;
    }
  };
  const compare = (a: Row, b: Row) => {
    const [x, y] = [key(a), key(b)];
    return typeof x === "string" && typeof y === "string" ? x.localeCompare(y, "zh") : Number(x) - Number(y);
  };
  return [...rows].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
}
