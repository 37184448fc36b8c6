/** The policy that everything is checked by: a file like the program's. */
import { useCallback, useMemo, useState } from "preact/hooks";
import { type Work, isFailure } from "./engine/context";
import type { Engine } from "./engine/engine";
import type { Failure, PolicyChanges } from "./engine/schema";
import { type Found, read } from "./files";

export interface Policy {
  path: string;
  changes: PolicyChanges;
}

export interface InForce {
  /** Nothing where all is checked as usual. */
  policy: Policy | null;
  /** The file that was given last, if it was refused. What was in force stays. */
  refusal: { path: string; failure: Failure } | null;
  take(found: Found): Promise<void>;
  lift(): void;
}

/** Whether what is given is meant as a policy, wherever it is dropped. */
export function isPolicy(found: Found[]): boolean {
  return found.length === 1 && /\.toml$/i.test(found[0]?.path ?? "");
}

export function usePolicy(engine: Engine, run: Work["run"]): InForce {
  const [policy, setPolicy] = useState<Policy | null>(null);
  const [refusal, setRefusal] = useState<InForce["refusal"]>(null);
  const put = useCallback((toml: string | null, policy: Policy | null) => {
    engine.policy = toml;
    setPolicy(policy);
    setRefusal(null);
  }, [engine]);
  const take = useCallback(async (found: Found) => {
    const { path } = found;
    const done = await run(async () => {
      const source = await read(found);
      const { value } = await engine.ask("policy", {}, [source]);
      return { source, changes: value };
    });
    if (isFailure(done)) setRefusal({ path, failure: done });
    else put(new TextDecoder("utf-8", { ignoreBOM: true }).decode(done.source.bytes), { path, changes: done.changes });
  }, [engine, run, put]);
  const lift = useCallback(() => put(null, null), [put]);
  return useMemo(() => ({ policy, refusal, take, lift }), [policy, refusal, take, lift]);
}
