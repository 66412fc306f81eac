import { useId, useState } from 'react';
import { useOwn } from '../../data/own/useOwn.ts';
import { makeRoom } from '../../data/withRoom.ts';
import { exportOwn } from '../../storage/exportOwn.ts';
import { importFile, previewFile, type Imported } from '../../storage/importOwn.ts';
import { ownWords } from '../../ui/ownWords.ts';
import { passFocusOn } from '../../ui/passFocusOn.ts';
import { useSite } from '../../ui/site.ts';
import styles from './DeviceList.module.css';

const text = ownWords.device;

type Step =
  | { kind: 'nothing' | 'exporting' }
  /** `share`: of the file, 0 to 1. */
  | { kind: 'reading' | 'adding'; share: number }
  | { kind: 'exported'; left: number }
  | { kind: 'failed'; sentence: string }
  | { kind: 'preview'; file: File; imported: Extract<Imported, { ok: true }> }
  | { kind: 'added'; imported: Extract<Imported, { ok: true }> };

/** Everything out into one file, and back in from one. A file changes nothing before the reader has seen what it holds. */
export function TakeAway() {
  const own = useOwn();
  const { name } = useSite();
  const input = useId();
  const [step, setStep] = useState<Step>({ kind: 'nothing' });

  const takeOut = async (): Promise<void> => {
    setStep({ kind: 'exporting' });
    const outcome = await exportOwn(own, name);
    if (!outcome.ok) {
      setStep({ kind: 'failed', sentence: text.notExported(outcome.problem) });
      return;
    }
    download(outcome.value.file);
    setStep({ kind: 'exported', left: outcome.value.left });
  };
  /** Tells how far it is, in steps that can be seen. */
  const told = (kind: 'reading' | 'adding') => {
    const tell = (share: number): void =>
      setStep((now) => (now.kind === kind && share - now.share < 0.01 ? now : { kind, share }));
    tell(0);
    return tell;
  };
  const lookInto = async (file: File): Promise<void> => {
    const imported = await previewFile(own, file, told('reading'));
    setStep(imported.ok ? { kind: 'preview', file, imported } : failed(imported));
  };
  const bringIn = async (file: File): Promise<void> => {
    const imported = await importFile(own, file, makeRoom, told('adding'));
    setStep(imported.ok ? { kind: 'added', imported } : failed(imported));
  };

  return (
    <section className={styles.section}>
      <h2 className="label">{text.takeAway}</h2>
      <p>{text.aboutFile}</p>
      <div className={styles.actions}>
        <button type="button" className="action" onClick={() => void takeOut()}>
          {text.export}
        </button>
        <label className={`action ${styles.file}`} htmlFor={input}>
          {text.import}
          <input
            id={input}
            type="file"
            accept=".jsonl,application/x-ndjson"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              // So that the same file can be chosen once more.
              currentTarget.value = '';
              if (file !== undefined) void lookInto(file);
            }}
          />
        </label>
      </div>
      <output>{sentence(step)}</output>
      {'share' in step && <progress value={step.share} aria-label={text.working} />}
      {step.kind === 'preview' && (
        <div className={styles.actions}>
          <button
            type="button"
            className="action"
            onClick={({ currentTarget }) => {
              passFocusOn(currentTarget);
              void bringIn(step.file);
            }}
          >
            {text.add}
          </button>
          <button
            type="button"
            className="action"
            onClick={({ currentTarget }) => {
              passFocusOn(currentTarget);
              setStep({ kind: 'nothing' });
            }}
          >
            {text.leave}
          </button>
        </div>
      )}
    </section>
  );
}

function failed(imported: Extract<Imported, { ok: false }>): Step {
  const sentenceOf =
    'stored' in imported
      ? text.notAdded(imported.problem, imported.kept)
      : text.fileProblems[imported.problem](imported.kept);
  return { kind: 'failed', sentence: sentenceOf };
}

function sentence(step: Step): string {
  switch (step.kind) {
    case 'nothing':
      return '';
    case 'exporting':
    case 'reading':
    case 'adding':
      return text.working;
    case 'exported':
      return text.exported(step.left);
    case 'failed':
      return step.sentence;
    case 'preview':
    case 'added': {
      const { lines, added, renewed, unreadable } = step.imported.tally;
      const say = step.kind === 'preview' ? text.holds : text.added;
      return say({
        saved: [lines.saved, added.saved],
        visits: [lines.visits, added.visits],
        renewed,
        unreadable,
      });
    }
  }
}

function download(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `lede-${new Date().toISOString().slice(0, 10)}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
