/** The policy in force: where it is given and taken off, what it changes, and that there is one. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useWork } from "../engine/context";
import type { PolicyChanges } from "../engine/schema";
import { keep } from "../files";
import { useWords } from "../language";
import example from "../../../examples/policy.toml?raw";
import { SeverityChip } from "./Chip";
import { Drop } from "./Drop";
import { Failed } from "./Failed";

/** So many are shown at once; more are unfolded. */
const SHOWN = 5;

export function PolicySection() {
  const say = useWords();
  const { policy, refusal, take, lift } = useWork().inForce;
  const head = useRef<HTMLHeadingElement>(null);
  return (
    <section class="policy" aria-labelledby="policy-title">
      <h2 id="policy-title" ref={head} tabIndex={-1}>{say("policy")}</h2>
      <p class="hint">{say("policyHint")}</p>
      {refusal && <Failed failure={refusal.failure} of={refusal.path} as="policyRefused" />}
      <div role="status">
        {policy && <p>{say("policyInForce")}<strong class="path">{policy.path}</strong></p>}
      </div>
      {policy && (
        <>
          <ChangesOf changes={policy.changes} />
          <p class="bar"><button type="button" onClick={() => {
            lift();
            head.current?.focus();
          }}>{say("policyLift")}</button></p>
        </>
      )}
      <Drop small title={say(policy ? "dropOtherPolicy" : "dropPolicy")} given="policy" onFiles={([first]) => {
        if (first) void take(first);
      }}>
        <button type="button" onClick={() => keep("policy.toml", new TextEncoder().encode(example))}>{say("policyExample")}</button>
      </Drop>
    </section>
  );
}

/** On every way that checks: that there is a policy, and in how much it differs. */
export function PolicyNote({ onShow }: { onShow(): void }) {
  const say = useWords();
  const { policy } = useWork().inForce;
  if (!policy) return null;
  const { off, levels, waivers } = policy.changes;
  const counts = ([["policyOff", off], ["policyLevels", levels], ["policyWaivers", waivers]] as const)
    .filter(([, it]) => it.length > 0);
  return (
    <p class="policy-note">
      <span class="chip in-force">{say("policy")}</span> <span class="path">{policy.path}</span>
      {counts.map(([word, it]) => <span key={word}>{say(word)} {it.length}</span>)}
      <button type="button" class="link" onClick={onShow}>{say("policyShow")}</button>
    </p>
  );
}

function ChangesOf({ changes }: { changes: PolicyChanges }) {
  const say = useWords();
  const { catalogue } = useWork();
  const rule = (id: string) => {
    const known = catalogue?.rules.find((it) => it.id === id);
    return <>{known && say(known.title)} <code>{id}</code></>;
  };
  const own = (id: string) => catalogue?.rules.find((it) => it.id === id)?.severity;
  const { off, levels, fail_on, blanks_as_zero, money_tolerance, thresholds, waivers } = changes;
  const lines: [string, ComponentChildren][] = [];
  if (off.length > 0) lines.push([`${say("policyOff")}（${off.length}）`, <Listed items={off.map(rule)} />]);
  if (levels.length > 0) {
    lines.push([`${say("policyLevels")}（${levels.length}）`, <Listed items={levels.map((it) => {
      const was = own(it.rule);
      return <>{rule(it.rule)}：{was && <SeverityChip severity={was} />} → <SeverityChip severity={it.severity} /></>;
    })} />]);
  }
  if (fail_on) lines.push([say("policyFailOn"), <SeverityChip severity={fail_on} />]);
  if (blanks_as_zero) lines.push([say("blank"), say("policyBlanks")]);
  if (money_tolerance !== null) lines.push([say("policyMoney"), `${say("policyMoneyBefore")}${money_tolerance}${say("policyMoneyAfter")}`]);
  if (thresholds.length > 0) {
    lines.push([say("policyThresholds"), <Listed items={thresholds.map((it) => <code>{it.key} = {it.value}</code>)} />]);
  }
  if (waivers.length > 0) {
    lines.push([`${say("policyWaivers")}（${waivers.length}）`, <Listed items={waivers.map((it) => (
      <>
        {it.agency ?? say("unnamed")} {it.year ?? ""} {rule(it.rule)} {it.name && say(it.name)} “{it.printed}”：{it.reason}
        {it.expires && `（${say("policyExpires")} ${it.expires}）`}
      </>
    ))} />]);
  }
  if (lines.length === 0) return <p>{say("policyNothing")}</p>;
  return <dl>{lines.map(([title, text]) => <><dt>{title}</dt><dd>{text}</dd></>)}</dl>;
}

function Listed({ items }: { items: ComponentChildren[] }) {
  const say = useWords();
  const list = <ul>{items.map((it, n) => <li key={n}>{it}</li>)}</ul>;
  return items.length <= SHOWN ? list : <details><summary>{say("policyUnfold")}</summary>{list}</details>;
}
