/** One report: what it comes to, what is wrong, its tables to look at and to mend, files to keep. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Change, type Report, changed, editsOf, redo, undo } from "../document";
import { failureOf, useWork } from "../engine/context";
import type { Checked, Explanation, Failure, Figure, Part } from "../engine/schema";
import { useWords } from "../language";
import { Failed } from "../parts/Failed";
import { Findings } from "../parts/Findings";
import { FormTable, isFigure } from "../parts/FormTable";
import { Panel } from "../parts/Panel";
import { Save } from "../parts/Save";
import { VerdictChip } from "../parts/Chip";

/** How long typing rests before it is checked, in milliseconds. */
const REST = 120;

interface Props {
  report: Report;
  onChange(report: Report): void;
  onClose(): void;
  closeLabel: string;
  onRule(id: string): void;
}

export function ReportView({ report, onChange, onClose, closeLabel, onRule }: Props) {
  const say = useWords();
  const { engine, inForce: { policy } } = useWork();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [typing, setTyping] = useState(new Map<string, string>());
  const latest = useRef(0);
  const head = useRef<HTMLHeadingElement>(null);

  const { source, earlier, changes } = report;
  useEffect(() => {
    const number = ++latest.current;
    const wait = setTimeout(async () => {
      try {
        const begun = performance.now();
        const { value } = await engine.ask("check", { edits: editsOf(report) }, [source, ...earlier]);
        performance.measure("check", { start: begun });
        if (number !== latest.current) return;
        setChecked(value);
        setFailure(null);
        setTyping(new Map());
      } catch (error) {
        if (number === latest.current) setFailure(failureOf(error));
      }
    }, checked ? REST : 0);
    return () => clearTimeout(wait);
  }, [source, earlier, changes, policy]);

  const isRead = checked !== null;
  useEffect(() => {
    if (isRead) head.current?.focus({ preventScroll: true });
  }, [isRead]);

  const figures = useMemo(() => {
    const all = checked?.parts.flatMap((it) => it.rows ?? []).flat().filter(isFigure) ?? [];
    return new Map(all.map((it) => [it.id, it]));
  }, [checked]);
  const involved = useMemo(() => {
    const about = checked?.findings.filter((it) => it.cell === selected && it.severity !== "info") ?? [];
    return new Set(about.flatMap((it) => it.cells));
  }, [checked, selected]);

  const change = useCallback((it: Change) => onChange(changed(report, it)), [report, onChange]);
  const type = (figure: Figure, text: string) => {
    setTyping((was) => new Map(was).set(figure.id, text));
    change({ kind: "typed", edits: [{ target: figure.id, text, name: figure.name, from: figure.text ?? "" }] });
  };
  const fill = (figure: Figure, text: string) =>
    change({ kind: "filled", edits: [{ target: figure.id, text, name: figure.name, from: figure.text ?? "" }] });
  const apply = (it: Explanation) =>
    change({ kind: "suggested", reason: it.mechanism, edits: it.edits });
  const select = (cell: string) => {
    setSelected(cell);
    const input = document.getElementById(cell);
    input?.scrollIntoView({ block: "center", inline: "center" });
    input?.focus({ preventScroll: true });
  };

  if (!checked) {
    return (
      <div class="report-view">
        <h1>{source.path}</h1>
        <p class="bar"><button type="button" onClick={onClose}>{closeLabel}</button></p>
        {failure ? <Failed failure={failure} of={source.path} /> : <p class="working" role="status">{say("working")}</p>}
      </div>
    );
  }
  const { verdict } = checked;
  const determined = [...figures.values()].filter((it) => !it.text && it.implied);
  return (
    <div class="report-view">
      <header class={`verdict ${verdict.key}`}>
        <div>
          <h1 ref={head} tabIndex={-1}>
            <VerdictChip verdict={verdict.key} /> {checked.agency ?? "—"} {checked.year ?? ""}
          </h1>
          <p class="meaning" role="status">{say(verdict.meaning)}</p>
          <p class="meta">
            {verdict.counts.map((it, n) => <span key={n}>{say(it)}</span>)}
            <span class="path">{source.path}（{say(checked.source)}）</span>
          </p>
        </div>
        <div class="bar">
          <Save report={report} checked={checked} />
          <button type="button" disabled={changes.length === 0} onClick={() => onChange(undo(report))}>{say("undo")}</button>
          <button type="button" disabled={report.undone.length === 0} onClick={() => onChange(redo(report))}>{say("redo")}</button>
          {determined.length > 0 && (
            <button type="button" onClick={() => change({
              kind: "filled",
              edits: determined.map((it) => ({ target: it.id, text: it.implied ?? "", name: it.name, from: "" })),
            })}>{say("fillAll")}（{determined.length}）</button>
          )}
          <button type="button" onClick={onClose}>{closeLabel}</button>
        </div>
        {failure && <Failed failure={failure} />}
      </header>
      <div class="columns">
        <div class="side">
          <Findings checked={checked} selected={selected} onSelect={select} onApply={apply} onRule={onRule} />
          <Changes report={report} />
        </div>
        <div class="sheet">
          <h2 class="unseen">{say("tables")}</h2>
          {checked.title && <p class="title">{checked.title}</p>}
          {checked.facts.length > 0 && (
            <p class="facts">{checked.facts.map((it) => <span key={it.label}>{it.label}：{it.value}</span>)}</p>
          )}
          {checked.parts.map((part) => (
            <div key={part.key} class="part">
              <h3>{part.heading}</h3>
              {part.rows ? (
                <FormTable part={part} selected={selected} involved={involved} typing={typing} onSelect={setSelected} onType={type} />
              ) : (
                <Narrative part={part} isOpen={report.isForm} onText={(text) => change({
                  kind: "typed",
                  edits: [{ target: part.key, text, name: { zh: part.heading, en: part.heading }, from: part.text ?? "" }],
                })} />
              )}
            </div>
          ))}
          <Panel checked={checked} figure={selected === null ? null : figures.get(selected) ?? null} onFill={fill} />
        </div>
      </div>
    </div>
  );
}

/** A part in words; its text is opened to be changed. */
function Narrative({ part, isOpen, onText }: { part: Part; isOpen: boolean; onText(text: string): void }) {
  const say = useWords();
  const [isEdited, setEdited] = useState(isOpen);
  const text = part.text ?? "";
  if (isEdited) {
    return (
      <div class="narrative">
        <textarea
          aria-label={part.heading}
          rows={Math.min(12, Math.max(3, text.split("\n").length + 1))}
          defaultValue={text}
          onChange={(event) => {
            if (event.currentTarget.value !== text) onText(event.currentTarget.value);
          }}
        />
        {!isOpen && <button type="button" onClick={() => setEdited(false)}>{say("editDone")}</button>}
      </div>
    );
  }
  return (
    <div class="narrative">
      {text.split("\n").map((it, n) => <p key={n}>{it}</p>)}
      <button type="button" class="link" onClick={() => setEdited(true)}>
        {say("editText")}<span class="unseen"> {part.heading}</span>
      </button>
    </div>
  );
}

/** Every change, the last first. */
function Changes({ report }: { report: Report }) {
  const say = useWords();
  const { changes } = report;
  return (
    <section class="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{say("changes")}</h2>
      {changes.length === 0 && <p class="hint">{say("noChanges")}</p>}
      <ol reversed>
        {[...changes].reverse().map((it, n) => (
          <li key={n}>
            <span class="kind">{say(it.kind)}{it.reason ? `（${say(it.reason)}）` : ""}</span>
            {it.edits.slice(0, 6).map((edit) => (
              <div key={edit.target}>
                {say(edit.name)} {edit.text.includes("\n") || edit.text.length > 24 ? "" : (
                  <><del>{edit.from || say("blank")}</del> <span aria-hidden="true">→</span> <ins>{edit.text || say("blank")}</ins></>
                )}
              </div>
            ))}
            {it.edits.length > 6 && <div>…（{it.edits.length}）</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}
