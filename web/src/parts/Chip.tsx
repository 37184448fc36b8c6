/** A severity or a verdict, as a coloured word: never by colour alone. */
import type { Severity, VerdictKey } from "../engine/schema";
import { useWork } from "../engine/context";
import { useWords } from "../language";

export function SeverityChip({ severity }: { severity: Severity }) {
  const say = useWords();
  const known = useWork().catalogue?.severities.find((it) => it.key === severity);
  return <span class={`chip ${severity}`}>{known ? say(known) : severity}</span>;
}

export function VerdictChip({ verdict }: { verdict: VerdictKey }) {
  const say = useWords();
  const known = useWork().catalogue?.verdicts.find((it) => it.key === verdict);
  return <span class={`chip ${verdict}`}>{known ? say(known) : verdict}</span>;
}
