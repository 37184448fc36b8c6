/** Files to keep. */
import { useRef, useState } from "preact/hooks";
import { isFailure, useWork } from "../engine/context";
import type { Checked, Failure, Target } from "../engine/schema";
import { type Report, editsOf } from "../document";
import { keep, stem } from "../files";
import { useLanguage, useWords } from "../language";
import type { Word } from "../words";
import { Failed } from "./Failed";

const REPORT: [Target, Word][] = [
  ["docx", "docx"], ["xlsx", "xlsx"], ["html", "html"], ["json", "json"], ["text", "text"], ["markdown", "markdown"],
];
const FINDINGS: [Target, Word][] = [
  ["check-html", "checkHtml"], ["check-xlsx", "checkXlsx"], ["check-json", "checkJson"], ["check-sarif", "checkSarif"],
];

export function Save({ report, checked }: { report: Report; checked: Checked }) {
  const say = useWords();
  const language = useLanguage();
  const { engine, run } = useWork();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [note, setNote] = useState("");
  const menu = useRef<HTMLDetailsElement>(null);
  const own: [Target, Word][] = [];
  if (checked.can_annotate) own.push(["annotated", "annotated"]);
  if (checked.can_change && report.changes.length > 0) own.push(["changed", "changed"]);

  const save = async (to: Target) => {
    setFailure(null);
    setNote("");
    const target = to === "xlsx" && report.isForm ? "xlsx-form" : to;
    const done = await run(() =>
      engine.ask("write", { edits: editsOf(report), to: target, language }, [report.source, ...report.earlier]));
    if (isFailure(done)) {
      setFailure(done);
      return;
    }
    const name = stem(report.source.path);
    const suffix = to === "annotated" ? `-${say("suffixAnnotated")}`
      : to === "changed" ? `-${say("suffixChanged")}`
      : to.startsWith("check-") ? `-${say("suffixChecked")}` : "";
    const file = `${name}${suffix}.${done.value.extension}`;
    keep(file, done.bytes);
    setNote(`${say("saved")}：${file}${done.value.has_formulas ? `。${say("recomputes")}` : ""}`);
  };
  const group = (title: Word, targets: [Target, Word][]) => targets.length > 0 && (
    <div class="menu-group" role="group" aria-label={say(title)}>
      <p>{say(title)}</p>
      {targets.map(([to, word]) => (
        <button key={to} type="button" data-save={to} onClick={() => void save(to)}>{say(word)}</button>
      ))}
    </div>
  );
  return (
    <>
      <details
        class="menu"
        ref={menu}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !menu.current?.open) return;
          menu.current.open = false;
          menu.current.querySelector("summary")?.focus();
        }}
        onFocusOut={(event) => {
          const to = event.relatedTarget as Node | null;
          if (to && menu.current && !menu.current.contains(to)) menu.current.open = false;
        }}
      >
        <summary class="button primary">{say("save")}</summary>
        <div class="menu-body">
          {group("saveOwn", own)}
          {group("saveReport", REPORT)}
          {group("saveFindings", FINDINGS)}
        </div>
      </details>
      <span class="note" role="status">{note}</span>
      {failure && <Failed failure={failure} />}
    </>
  );
}
