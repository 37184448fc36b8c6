/** What there is to know of the chosen figure, at the foot of the page. */
import type { Checked, Figure } from "../engine/schema";
import { useWords } from "../language";
import { SourceLine } from "./Source";

interface Props {
  checked: Checked;
  figure: Figure | null;
  onFill(figure: Figure, text: string): void;
}

export function Panel({ checked, figure, onFill }: Props) {
  const say = useWords();
  if (!figure) {
    return <aside class="panel" aria-label={say("cell")}><p class="hint">{say("pick")}</p></aside>;
  }
  const findings = checked.findings.filter((it) =>
    it.cell === figure.id || it.with.some((id) => figure.findings.includes(id)));
  const { implied } = figure;
  return (
    <aside class="panel" aria-label={say("cell")} aria-live="polite">
      <p class="panel-head">
        <strong>{say(figure.name)}</strong>
        <span>{say(figure.is_changed ? "now" : "printed")} <b>{figure.text || say("blank")}</b></span>
        {figure.place && <span class="place">{say("inSource")}：{say(figure.place)}</span>}
        {implied && (
          <span>{say("partsGive")} <b>{implied}</b>{" "}
            <button type="button" onClick={() => onFill(figure, implied)}>{say("fill")} {implied}</button>
          </span>
        )}
      </p>
      {figure.excerpt && <SourceLine excerpt={figure.excerpt} />}
      {findings.slice(0, 2).map((it) => <p key={it.id} class={`panel-finding ${it.severity}`}>{say(it.message)}</p>)}
    </aside>
  );
}
