/** What is demanded, on what basis, with an example: from the module's catalogue. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useWork } from "../engine/context";
import type { Rule } from "../engine/schema";
import { useLanguage, useWords } from "../language";
import { SeverityChip } from "../parts/Chip";
import { PolicySection } from "../parts/Policy";

export function RulesWay({ chosen }: { chosen: string | null }) {
  const say = useWords();
  const language = useLanguage();
  const { catalogue } = useWork();
  const [search, setSearch] = useState(chosen ?? "");
  useEffect(() => setSearch(chosen ?? ""), [chosen]);
  const shown = useMemo(() => {
    const words = search.trim().toLowerCase();
    return catalogue?.rules.filter((it) =>
      [it.id, it.title[language], it.statement[language], it.basis[language]].join(" ").toLowerCase().includes(words)) ?? [];
  }, [catalogue, search, language]);
  return (
    <div class="rules">
      <h1>{say("rules")}</h1>
      <PolicySection />
      <p class="bar">
        <input type="search" aria-label={say("searchRules")} placeholder={say("searchRules")} value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        <span role="status">{shown.length} {say("rulesShown")}</span>
      </p>
      {shown.map((it) => <RuleOf key={it.id} rule={it} isChosen={it.id === chosen} />)}
    </div>
  );
}

function RuleOf({ rule, isChosen }: { rule: Rule; isChosen: boolean }) {
  const say = useWords();
  const changes = useWork().inForce.policy?.changes;
  const isOff = changes?.off.includes(rule.id);
  const severity = changes?.levels.find((it) => it.rule === rule.id)?.severity;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isChosen) head.current?.focus();
  }, [isChosen]);
  const example = (title: string, text: string) => (
    <div>
      <h3>{title}</h3>
      <pre tabIndex={0} role="region" aria-label={`${title} ${rule.id}`}>{text.trim() || say("nothingThere")}</pre>
    </div>
  );
  return (
    <article class={isOff ? "rule off" : "rule"} id={`rule-${rule.id}`}>
      <h2 ref={head} tabIndex={-1}><SeverityChip severity={severity ?? rule.severity} /> {say(rule.title)} <code>{rule.id}</code></h2>
      {isOff && <p class="by-policy">{say("ruleOff")}</p>}
      {severity && <p class="by-policy">{say("ruleLevel")} <SeverityChip severity={rule.severity} /></p>}
      <dl>
        <dt>{say("demands")}</dt><dd>{say(rule.statement)}</dd>
        <dt>{say("basis")}</dt><dd>{say(rule.basis)}（{say(rule.basis_kind)}）</dd>
        <dt>{say("editions")}</dt><dd>{rule.editions.join("、")}</dd>
      </dl>
      {rule.example && <div class="example">{example(say("failing"), rule.example.failing)}{example(say("mended"), rule.example.mended)}</div>}
    </article>
  );
}
