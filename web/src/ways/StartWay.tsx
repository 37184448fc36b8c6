/** A new report: last year's in, this year's form out. */
import { useState } from "preact/hooks";
import { type Report, opened } from "../document";
import { isFailure, useWork } from "../engine/context";
import type { Failure, Source } from "../engine/schema";
import { type Found, read } from "../files";
import { useWords } from "../language";
import { Drop } from "../parts/Drop";
import { Failed } from "../parts/Failed";

export function StartWay({ onOpen }: { onOpen(report: Report): void }) {
  const say = useWords();
  const { engine, run } = useWork();
  const [last, setLast] = useState<Source | null>(null);
  const [agency, setAgency] = useState("");
  const [year, setYear] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const start = async () => {
    setFailure(null);
    const request = { agency: agency.trim() || null, year: /^\d{4}$/.test(year.trim()) ? Number(year) : null };
    const done = await run(() => engine.ask("start", request, last ? [last] : []));
    if (isFailure(done)) {
      setFailure(done);
      return;
    }
    const path = `${done.value.agency ?? ""}${done.value.year ?? ""}.json`;
    onOpen(opened({ path, bytes: done.bytes }, { isForm: true, earlier: last ? [last] : [] }));
  };
  return (
    <div class="start">
      <h1>{say("startTitle")}</h1>
      <p class="hint">{say("startHint")}</p>
      <Drop small title={last?.path ?? say("dropLast")} given="last" onFiles={async ([first]: Found[]) => {
        if (first) setLast(await read(first));
      }} />
      <form onSubmit={(event) => { event.preventDefault(); void start(); }}>
        <p>
          <label>{say("agency")} <input value={agency} onInput={(event) => setAgency(event.currentTarget.value)} /></label>{" "}
          <label>{say("year")} <input inputMode="numeric" size={5} value={year} onInput={(event) => setYear(event.currentTarget.value)} /></label>
        </p>
        <button type="submit" class="primary">{say("startNow")}</button>
      </form>
      {failure && <Failed failure={failure} />}
    </div>
  );
}
