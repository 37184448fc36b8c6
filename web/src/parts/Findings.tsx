/** What is wrong, the worst first, and what may have gone wrong. */
import type { Checked, Explanation, Finding, Story } from "../engine/schema";
import { useWords } from "../language";
import { SeverityChip } from "./Chip";
import { SourceLine } from "./Source";

interface Props {
  checked: Checked;
  selected: string | null;
  onSelect(cell: string): void;
  onApply(explanation: Explanation): void;
  onRule(id: string): void;
}

export function Findings({ checked, ...props }: Props) {
  const say = useWords();
  const open = checked.findings.filter((it) => it.severity !== "info" && it.waived === null);
  const hints = checked.findings.filter((it) => it.severity === "info" && it.waived === null);
  const waived = checked.findings.filter((it) => it.waived !== null);
  const list = (findings: Finding[]) => (
    <ol class="findings">
      {findings.map((it) => (
        <FindingItem key={it.id} finding={it} stories={storiesOf(checked, it)} isTold={checked.stories.some((story) => story.findings.includes(it.id))} {...props} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby="findings-title" class="found">
      <h2 id="findings-title">{say("findings")}</h2>
      {open.length === 0 && <p class="good">{say("noFindings")}</p>}
      {open.length > 0 && list(open)}
      {!checked.exhaustive && <p class="hint">{say("unexplained")}</p>}
      {hints.length > 0 && (
        <details open={open.length === 0}>
          <summary>{say("hints")} {hints.length}</summary>
          {list(hints)}
        </details>
      )}
      {waived.length > 0 && (
        <details>
          <summary>{say("waived")} {waived.length}</summary>
          {list(waived)}
        </details>
      )}
    </section>
  );
}

/** The stories that stand under a finding: those of which it is the first. */
function storiesOf(checked: Checked, finding: Finding): Story[] {
  const ids = [finding.id, ...finding.with];
  return checked.stories.filter((it) => it.findings[0] !== undefined && ids.includes(it.findings[0]));
}

function FindingItem({ finding, stories, isTold, selected, onSelect, onApply, onRule }: Omit<Props, "checked"> & {
  finding: Finding;
  stories: Story[];
  /** Whether a story mends it, here or under another finding. */
  isTold: boolean;
}) {
  const say = useWords();
  const { cell } = finding;
  const isSelected = cell !== null && cell === selected;
  const said = (
    <>
      <SeverityChip severity={finding.severity} /> <span class="message">{say(finding.message)}</span>
    </>
  );
  return (
    <li class={`finding ${finding.severity} ${isSelected ? "selected" : ""}`} data-rule={finding.rule}>
      {cell ? (
        <button type="button" class="plain" aria-pressed={isSelected} onClick={() => onSelect(cell)}>{said}</button>
      ) : (
        <p class="said">{said}</p>
      )}
      {finding.others && <p class="others">{say(finding.others)}</p>}
      {finding.waived !== null && <p class="others">{say("waived")}：{finding.waived}</p>}
      <p class="meta">
        {finding.place && <span>{say(finding.place)}</span>}
        {finding.expected !== null && !isTold && <span>{say("shouldBe")} {finding.expected}</span>}
        <button type="button" class="link" onClick={() => onRule(finding.rule)} title={say(finding.statement)}>
          {finding.rule}
        </button>
      </p>
      {finding.excerpt && finding.cell === null && <SourceLine excerpt={finding.excerpt} />}
      {stories.map((it, n) => <StoryOf key={n} story={it} onApply={onApply} onSelect={onSelect} />)}
    </li>
  );
}

function StoryOf({ story, onApply, onSelect }: Pick<Props, "onApply" | "onSelect"> & { story: Story }) {
  const say = useWords();
  return (
    <div class="story">
      <h3>{say("causes")}</h3>
      {story.alike > 1 && <p class="hint">{story.alike} {say("alike")}</p>}
      <ul>
        {story.explanations.map((it) => (
          <li key={it.id}>
            <div>
              {say(it.mechanism)} <span class="likelihood">{say("likelyBefore")}{say(it.likelihood)}{say("likelyAfter")}</span>
              {it.edits.map((edit) => (
                <div key={edit.target} class="edit">
                  <button type="button" class="link" onClick={() => onSelect(edit.target)}>{say(edit.name)}</button>{" "}
                  <del>{edit.from || say("blank")}</del> <span aria-hidden="true">→</span>
                  <span class="unseen"> {say("to")} </span> <ins>{edit.to}</ins>
                </div>
              ))}
            </div>
            <button type="button" class="apply" onClick={() => onApply(it)}>{say("apply")}
              <span class="unseen"> {it.edits.map((edit) => `${say(edit.name)} ${edit.to}`).join("，")}</span>
            </button>
          </li>
        ))}
      </ul>
      {story.left_out > 0 && <p class="hint">{say("moreCauses")}（{story.left_out}）</p>}
    </div>
  );
}
