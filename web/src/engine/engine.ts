/** The module as the page sees it: questions and answers. A worker that breaks is replaced, and nobody has to reload. */
import type { Asks, Failure, Source } from "./schema";
import type { FromWorker, ToWorker } from "./worker";
import EngineWorker from "./worker?worker&inline";

/** From so much memory on, what a worker took is given back by a new one. */
const MOST_MEMORY = 128 << 20;

/** Why a question has no answer: the file's fault, or ours. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.en);
  }
}

const BROKEN: Failure = {
  kind: "broken",
  zh: "处理这个文件时程序出错，已自动重新启动；其他文件不受影响",
  en: "the program failed over this file and was started again; other files are not affected",
};
const STOPPED: Failure = { kind: "stopped", zh: "已停止", en: "stopped" };
const NOT_STARTED: Failure = {
  kind: "not-started",
  zh: "这个浏览器无法运行本页，请换用 2020 年以后的 Chromium 内核浏览器",
  en: "this browser cannot run the page; use one of 2020 or later",
};

interface Question {
  id: number;
  request: string;
  files: Uint8Array[];
  done(answer: { value: unknown; bytes: Uint8Array }): void;
  failed(reason: Refused): void;
}

export class Engine {
  private worker: Worker | null = null;
  private isReady = false;
  private queue: Question[] = [];
  private asked: Question | null = null;
  private last = 0;
  /** By which policy (TOML) is checked; nothing for the default. */
  policy: string | null = null;
  /** How often a worker was replaced because it broke. */
  restarts = 0;

  constructor(private readonly module: string) {
    this.start();
  }

  /** Asks. Files are copied: the page keeps its own. */
  ask<K extends keyof Asks>(
    kind: K,
    request: Asks[K]["request"],
    files: Source[] = [],
  ): Promise<{ value: Asks[K]["answer"]; bytes: Uint8Array }> {
    const described = files.map((it) => ({ path: it.path, length: it.bytes.length }));
    return new Promise((done, failed) => {
      this.queue.push({
        id: ++this.last,
        request: JSON.stringify({ ask: kind, ...request, policy: this.policy, files: described }),
        files: files.map((it) => it.bytes),
        done: (it) => done(it as { value: Asks[K]["answer"]; bytes: Uint8Array }),
        failed,
      });
      this.next();
    });
  }

  /** Gives up what is being done and what waits. */
  stop(): void {
    const waiting = [...(this.asked ? [this.asked] : []), ...this.queue];
    this.queue = [];
    this.asked = null;
    this.start();
    for (const it of waiting) it.failed(new Refused(STOPPED));
  }

  private start(): void {
    this.worker?.terminate();
    this.isReady = false;
    const worker = new EngineWorker();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.heard(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.broke();
    };
    this.worker = worker;
    this.send({ kind: "start", module: this.module });
  }

  private send(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private next(): void {
    if (!this.isReady || this.asked) return;
    const question = this.queue.shift();
    if (!question) return;
    this.asked = question;
    const { id, request, files } = question;
    this.send({ kind: "ask", id, request, files });
  }

  private heard(message: FromWorker): void {
    if (message.kind === "ready") {
      this.isReady = true;
    } else if (message.kind === "broken") {
      if (message.id === null) this.refuseAll(NOT_STARTED);
      else this.broke();
      return;
    } else if (this.asked?.id === message.id) {
      const { done, failed } = this.asked;
      this.asked = null;
      const answer = JSON.parse(message.json) as { ok?: unknown; error?: Failure };
      if (answer.error) failed(new Refused(answer.error));
      else done({ value: answer.ok, bytes: message.bytes });
      if (message.memory > MOST_MEMORY) this.start();
    }
    this.next();
  }

  private broke(): void {
    const question = this.asked;
    this.asked = null;
    this.restarts += 1;
    if (question) {
      this.start();
      question.failed(new Refused(BROKEN));
    } else if (this.isReady) {
      this.start();
    } else {
      this.refuseAll(NOT_STARTED);
    }
  }

  private refuseAll(failure: Failure): void {
    const waiting = this.queue;
    this.queue = [];
    for (const it of waiting) it.failed(new Refused(failure));
  }
}
