/** A clerk's way: one report. */
import type { Report } from "../document";
import { opened } from "../document";
import type { Found } from "../files";
import { useWords } from "../language";
import { Drop, Paste } from "../parts/Drop";
import { ReportView } from "./ReportView";
import { example } from "../example";

/** What somebody who never saw the page should know. */
const STEPS = [["step1", "step1Text"], ["step2", "step2Text"], ["step3", "step3Text"]] as const;

interface Props {
  report: Report | null;
  setReport(report: Report | null): void;
  onFiles(found: Found[], hasFolder: boolean): void;
  onRule(id: string): void;
  /** What the report is closed to. */
  closeLabel: string;
  onClose(): void;
}

export function CheckWay({ report, setReport, onFiles, onRule, closeLabel, onClose }: Props) {
  const say = useWords();
  if (report) {
    return <ReportView report={report} onChange={setReport} onClose={onClose} closeLabel={closeLabel} onRule={onRule} />;
  }
  return (
    <div class="begin">
      <h1>{say("check")}</h1>
      <Drop title={say("dropReport")} hint={say("dropHint")} given="report" onFiles={onFiles} many oneIsUsual>
        <button type="button" onClick={() => setReport(opened(example(say("exampleName"))))}>{say("example")}</button>
      </Drop>
      <Paste onPasted={(source) => setReport(opened(source))} />
      <section class="steps" aria-label={say("steps")}>
        {STEPS.map(([title, text], n) => (
          <div key={title}><h2><span aria-hidden="true">{n + 1}</span> {say(title)}</h2><p>{say(text)}</p></div>
        ))}
      </section>
    </div>
  );
}
