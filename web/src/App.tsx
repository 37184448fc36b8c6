/** The page: its ways, what is open in each, the language, and the engine at work. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Report, opened } from "./document";
import { warmUp } from "./example";
import type { Engine } from "./engine/engine";
import { WorkContext, failureOf, useWork } from "./engine/context";
import type { Catalogue, Failure } from "./engine/schema";
import { type Language, LanguageContext } from "./language";
import { Failed } from "./parts/Failed";
import { PolicyNote } from "./parts/Policy";
import { isPolicy, usePolicy } from "./policy";
import { WORDS, type Word } from "./words";
import { type Batch, NO_BATCH } from "./ways/batch";
import { BatchWay, useSurvey } from "./ways/BatchWay";
import { CheckWay } from "./ways/CheckWay";
import { RegisterWay } from "./ways/RegisterWay";
import { RulesWay } from "./ways/RulesWay";
import { StartWay } from "./ways/StartWay";
import { type Found, copied, dropped, read } from "./files";

const WAYS = ["check", "batch", "register", "start", "rules"] as const;
type Way = (typeof WAYS)[number];

export function App({ engine }: { engine: Engine }) {
  const [language, setLanguage] = useState<Language>("zh");
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [works, setWorks] = useState(0);

  useEffect(() => {
    engine.ask("catalogue", {}).then(({ value }) => setCatalogue(value), (error) => setFailure(failureOf(error)));
    // If it fails, so will the first report, which then says why.
    warmUp(engine).catch(() => undefined);
  }, [engine]);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = WORDS.name[language];
  }, [language]);

  const run = useCallback(async <T,>(work: () => Promise<T>): Promise<T | Failure> => {
    setWorks((n) => n + 1);
    try {
      return await work();
    } catch (error) {
      return failureOf(error);
    } finally {
      setWorks((n) => n - 1);
    }
  }, []);
  const inForce = usePolicy(engine, run);
  const work = useMemo(() => ({ engine, run, catalogue, inForce }), [engine, run, catalogue, inForce]);
  return (
    <LanguageContext.Provider value={language}>
      <WorkContext.Provider value={work}>
        <Frame language={language} setLanguage={setLanguage} isWorking={works > 0} failure={failure} />
      </WorkContext.Provider>
    </LanguageContext.Provider>
  );
}

function Frame({ language, setLanguage, isWorking, failure }: {
  language: Language;
  setLanguage(language: Language): void;
  isWorking: boolean;
  failure: Failure | null;
}) {
  const say = (it: Word) => WORDS[it][language];
  const [way, setWay] = useState<Way>("check");
  const [report, setReport] = useState<Report | null>(null);
  const [cameFrom, setCameFrom] = useState<Way | null>(null);
  const [batch, setBatch] = useState<Batch>(NO_BATCH);
  const [rule, setRule] = useState<string | null>(null);
  const [unread, setUnread] = useState<Failure | null>(null);
  const { add } = useSurvey(setBatch);
  const { inForce } = useWork();

  const isChanged = report !== null && report.changes.length > 0;
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      event.returnValue = "";
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isChanged]);

  const showRules = (id: string | null) => {
    setRule(id);
    setWay("rules");
  };
  const showPolicy = () => {
    showRules(null);
    setTimeout(() => document.getElementById("policy-title")?.focus());
  };
  // Files that are dropped beside a place for them, and what is pasted nowhere in particular, are reports or a policy too.
  const isFree = (way === "check" && !isChanged) || (way === "batch" && batch.rows.length === 0);
  const take = async (found: Found[], hasFolder: boolean) => {
    const [first] = found;
    if (!first) return;
    if (isPolicy(found)) {
      showPolicy();
      await inForce.take(first);
    } else if (!isFree) return;
    else if (way === "batch" || found.length > 1 || hasFolder) many(found);
    else setReport(opened(await read(first)));
  };
  useLayoutEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setUnread(null);
      if (!event.dataTransfer) return;
      dropped(event.dataTransfer).then((it) => take(it.found, it.hasFolder)).catch((error) => setUnread(failureOf(error)));
    };
    const paste = (event: ClipboardEvent) => {
      const isTyped = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
      if (isTyped || way !== "check" || report || !event.clipboardData) return;
      const source = copied(event.clipboardData, say("pasted"));
      if (source) setReport(opened(source));
    };
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  });

  const mayLeave = () => !isChanged || window.confirm(say("confirmLeave"));
  const open = (it: Report) => {
    if (!mayLeave()) return;
    setCameFrom(way);
    setReport(it);
    setWay("check");
    window.scrollTo(0, 0);
  };
  const many = (found: Found[]) => {
    setWay("batch");
    void add(found, "rows");
  };
  const close = () => {
    if (!mayLeave()) return;
    setReport(null);
    if (cameFrom && cameFrom !== "check") setWay(cameFrom);
    setCameFrom(null);
  };
  const closeLabel = say(cameFrom === "batch" ? "back" : "another");
  return (
    <>
      <a class="skip" href="#main">{say("skip")}</a>
      <header class="top">
        <p class="name">{say("name")}</p>
        <nav aria-label={say("ways")}>
          {WAYS.map((it) => (
            <button key={it} type="button" data-way={it} aria-current={it === way ? "page" : undefined} onClick={() => {
              setWay(it);
              setRule(null);
            }}>{say(it)}</button>
          ))}
        </nav>
        <div class="corner">
          <Offline language={language} />
          <button type="button" lang={language === "zh" ? "en" : "zh-CN"} data-language onClick={() => setLanguage(language === "zh" ? "en" : "zh")}>{say("language")}</button>
        </div>
      </header>
      {isWorking && <Working language={language} />}
      <main id="main" tabIndex={-1}>
        {failure && <Failed failure={failure} />}
        {unread && <Failed failure={unread} />}
        {way !== "rules" && <PolicyNote onShow={showPolicy} />}
        <div hidden={way !== "check"}>
          <CheckWay report={report} setReport={setReport} onFiles={(found, hasFolder) => void take(found, hasFolder)} closeLabel={closeLabel} onClose={close} onRule={showRules} />
        </div>
        <div hidden={way !== "batch"}><BatchWay batch={batch} setBatch={setBatch} onOpen={open} /></div>
        <div hidden={way !== "register"}><RegisterWay onOpen={open} /></div>
        <div hidden={way !== "start"}><StartWay onOpen={open} /></div>
        {way === "rules" && <RulesWay chosen={rule} />}
      </main>
    </>
  );
}

/** What is being done can be given up. */
function Working({ language }: { language: Language }) {
  const { engine } = useWork();
  return (
    <div class="working-bar" role="status">
      {WORDS.working[language]} <button type="button" onClick={() => engine.stop()}>{WORDS.stop[language]}</button>
    </div>
  );
}

/** The promise that nothing is sent, with the rule that the browser enforces. */
function Offline({ language }: { language: Language }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const policy = document.querySelector<HTMLMetaElement>("meta[http-equiv='Content-Security-Policy']")?.content ?? "";
  const say = (it: Word) => WORDS[it][language];
  return (
    <>
      <button type="button" class="offline" onClick={() => dialog.current?.showModal()}>{say("offline")}</button>
      <dialog ref={dialog} aria-labelledby="offline-title">
        <h2 id="offline-title">{say("offlineTitle")}</h2>
        <p>{say("offlineText")}</p>
        <pre tabIndex={0} role="region" aria-label="Content-Security-Policy">{policy.split("; ").join("\n")}</pre>
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>{say("close")}</button>
      </dialog>
    </>
  );
}
