/** The engine, wherever the page needs it, and whether it is at work. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Engine, Refused } from "./engine";
import type { InForce } from "../policy";
import type { Catalogue, Failure } from "./schema";

export interface Work {
  engine: Engine;
  /** What the module says once; nothing until it has started. */
  catalogue: Catalogue | null;
  inForce: InForce;
  /** Shows that something is being done, until it is. What fails is given back. */
  run<T>(work: () => Promise<T>): Promise<T | Failure>;
}

export const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error("there is no engine");
  return work;
}

export function isFailure(it: unknown): it is Failure {
  return typeof it === "object" && it !== null && "kind" in it && "zh" in it && "en" in it;
}

/** Why something failed, for people. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  const text = error instanceof Error ? error.message : String(error);
  return { kind: "page", zh: `文件无法读取：${text}`, en: `cannot read: ${text}` };
}
