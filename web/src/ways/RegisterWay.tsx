/** From the register of requests to tables three and four. */
import { useState } from "preact/hooks";
import { type Report, opened } from "../document";
import { isFailure, useWork } from "../engine/context";
import type { Counted, Failure, Mapping, Source } from "../engine/schema";
import { type Found, keep, read } from "../files";
import { useWords } from "../language";
import { Drop } from "../parts/Drop";
import { Failed } from "../parts/Failed";

interface Done {
  counted: Counted;
  report: Source;
}

export function RegisterWay({ onOpen }: { onOpen(report: Report): void }) {
  const say = useWords();
  const { engine, run } = useWork();
  const [register, setRegister] = useState<Source | null>(null);
  const [beside, setBeside] = useState<Source | null>(null);
  const [year, setYear] = useState("");
  const [done, setDone] = useState<Done | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [isConfirmed, setConfirmed] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const count = async (of: Source, report: Source | null, said: Mapping | null) => {
    setFailure(null);
    const answer = await run(() => engine.ask("register",
      { year: /^\d{4}$/.test(year) ? Number(year) : null, mapping: said },
      report ? [of, report] : [of]));
    if (isFailure(answer)) {
      setFailure(answer);
      return;
    }
    const name = report?.path.replace(/\.[^.]+$/, "") ?? say("register");
    setDone({ counted: answer.value, report: { path: `${name}.json`, bytes: answer.bytes } });
    setMapping(mappingOf(answer.value));
  };
  const take = (set: (it: Source) => void) => async (found: Found[]) => {
    const [first] = found;
    if (!first) return;
    set(await read(first));
    setDone(null);
    setConfirmed(false);
    setMapping(null);
  };
  return (
    <div class="register">
      <h1>{say("register")}</h1>
      <div class="tasks">
        <section>
          <h2>{say("registerFile")}</h2>
          <Drop small title={register?.path ?? say("dropRegister")} hint={say("dropRegisterHint")} given="register" onFiles={(it) => void take(setRegister)(it)} />
        </section>
        <section>
          <h2>{say("beside")}</h2>
          <Drop small title={beside?.path ?? say("dropReport")} given="beside" onFiles={(it) => void take(setBeside)(it)} />
          {!beside && (
            <p><label>{say("countYear")}{" "}
              <input inputMode="numeric" size={5} value={year} onInput={(event) => setYear(event.currentTarget.value)} />
            </label></p>
          )}
        </section>
      </div>
      {register && !done && (
        <p class="bar"><button type="button" class="primary" onClick={() => void count(register, beside, null)}>{say("count")}</button></p>
      )}
      {failure && <Failed failure={failure} of={register?.path} />}
      {register && done && mapping && (
        <>
          <MappingForm counted={done.counted} mapping={mapping} setMapping={(it) => { setMapping(it); setConfirmed(false); }} />
          <p class="bar">
            <button type="button" class="primary" onClick={async () => {
              await count(register, beside, mapping);
              setConfirmed(true);
            }}>{say(isConfirmed ? "recount" : "confirm")}</button>
            <button type="button" onClick={() => keep(`${say("mapping")}.toml`, new TextEncoder().encode(done.counted.toml))}>{say("saveMapping")}</button>
          </p>
          {isConfirmed && <CountedView done={done} onOpen={onOpen} />}
        </>
      )}
    </div>
  );
}

function mappingOf(counted: Counted): Mapping {
  const columns: Mapping["columns"] = {};
  for (const it of counted.columns) if (it.column !== null) columns[it.key] = it.column;
  const words: Mapping["words"] = {};
  for (const it of counted.vocabularies) {
    words[it.key] = {};
    for (const { word, meaning } of it.entries) words[it.key]![word] = meaning;
  }
  return { columns, words };
}

function MappingForm({ counted, mapping, setMapping }: {
  counted: Counted;
  mapping: Mapping;
  setMapping(mapping: Mapping): void;
}) {
  const say = useWords();
  return (
    <section aria-labelledby="mapping-title" class="mapping">
      <h2 id="mapping-title">{say("mapping")}</h2>
      <p class="hint">{say("mappingHint")}</p>
      <div class="tasks wide">
        <table class="list">
          <thead><tr><th scope="col">{say("field")}</th><th scope="col">{say("column")}</th></tr></thead>
          <tbody>
            {counted.columns.map((it) => (
              <tr key={it.key}>
                <th scope="row">{say(it.words)}{it.is_required && <span class="hint">（{say("required")}）</span>}</th>
                <td><input aria-label={`${say(it.words)}：${say("column")}`} value={mapping.columns[it.key] ?? ""} onInput={(event) =>
                  setMapping({ ...mapping, columns: { ...mapping.columns, [it.key]: event.currentTarget.value } })} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        {counted.vocabularies.filter((it) => it.entries.length > 0).map((vocabulary) => (
          <table class="list" key={vocabulary.key}>
            <caption>{say(vocabulary.words)}</caption>
            <thead><tr><th scope="col">{say("word")}</th><th scope="col">{say("meaning")}</th></tr></thead>
            <tbody>
              {vocabulary.entries.map(({ word }) => {
                const meaning = mapping.words[vocabulary.key]?.[word] ?? "";
                return (
                  <tr key={word} class={meaning === "" ? "open" : ""}>
                    <th scope="row">{word}</th>
                    <td>
                      <select aria-label={`${word}：${say("meaning")}`} value={meaning} onChange={(event) => setMapping({
                        ...mapping,
                        words: {
                          ...mapping.words,
                          [vocabulary.key]: { ...mapping.words[vocabulary.key], [word]: event.currentTarget.value || null },
                        },
                      })}>
                        <option value="">{say("unknown")}</option>
                        {vocabulary.meanings.map((it) => <option key={it.key} value={it.key}>{say(it.label)}</option>)}
                      </select>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

function CountedView({ done, onOpen }: { done: Done; onOpen(report: Report): void }) {
  const say = useWords();
  const { counted } = done;
  return (
    <section class="result" aria-labelledby="counted-title">
      <h2 id="counted-title">{say("counted")}：{counted.year}，{counted.requests} {say("requests")}</h2>
      <p class="bar"><button type="button" class="primary" onClick={() => onOpen(opened(done.report, { isForm: true }))}>{say("openCounted")}</button></p>
      {counted.compared !== null && counted.differences.length === 0 && <p class="good">{say("agrees")} {counted.compared}</p>}
      {counted.differences.length > 0 && (
        <>
          <h3>{say("differences")}（{counted.differences.length}）</h3>
          <div class="scroll" role="region" aria-label={say("differences")} tabIndex={0}>
            <table class="list">
              <thead><tr>
                <th scope="col">{say("cell")}</th><th scope="col" class="number">{say("ofRegister")}</th>
                <th scope="col" class="number">{say("ofReport")}</th><th scope="col">{say("rows")}</th>
              </tr></thead>
              <tbody>
                {counted.differences.map((it) => (
                  <tr key={it.id} data-difference={it.id} class={it.follows ? "follows" : ""}>
                    <th scope="row">{say(it.name)}</th><td class="number">{it.counted}</td><td class="number">{it.printed}</td>
                    <td>{it.follows ? say("follows") : [...it.lines, ...it.left_over].map(say).join("、")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {counted.left_over.length > 0 && (
        <>
          <h3>{say("leftOver")}（{counted.left_over.length}）</h3>
          <ul>{counted.left_over.map((it, n) => <li key={n}>{say(it.line)}：{say(it.message)}</li>)}</ul>
        </>
      )}
      <details><summary>{say("wholeText")}</summary><pre class="said" tabIndex={0} role="region" aria-label={say("wholeText")}>{say(counted.text)}</pre></details>
    </section>
  );
}
