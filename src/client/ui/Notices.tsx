import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Notices.module.css';

/** `calm` is how things are; `good` is done; `care` asks for attention; `problem` stops something. */
export type Tone = 'calm' | 'good' | 'care' | 'problem';

const icons: Record<Tone, IconName> = { calm: 'info', good: 'check', care: 'warning', problem: 'warning' };

interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Something to know, in place; never by colour alone. Problems are read out when they appear. */
export function Notice({ tone = 'calm', title, children, action }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === 'problem' ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div className={styles.words}>
        {title !== undefined && <b>{title}</b>}
        {children}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}

/** A thin line over the whole width: practice data, a new version, no space left. */
export function Banner({ tone = 'calm', children, action }: Omit<NoticeProps, 'title'>) {
  return (
    <div className={classNames(styles.banner, styles[tone])} role="status">
      <Icon name={icons[tone]} />
      <span className={styles.words}>{children}</span>
      {action}
    </div>
  );
}

interface StatusPillProps {
  /** `off` calm and hollow, `good` full, `busy` moving, `attention` a triangle: four shapes, not only four colours. */
  readonly state: 'off' | 'good' | 'busy' | 'attention';
  readonly children: ReactNode;
}

/** State in a few words with a shape before it. */
export function StatusPill({ state, children }: StatusPillProps) {
  return (
    <span className={styles.pill}>
      <span className={classNames(styles.sign, styles[state])} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}

/** Work whose end is not known; says so in words. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <p className={styles.spinner} role="status">
      <span className={classNames(styles.sign, styles.busy, styles.big)} aria-hidden="true" />
      <span>{label}</span>
    </p>
  );
}

/** Part done of a whole; `value` is 0 to 1. */
export function Progress({ value, label }: { readonly value: number; readonly label: string }) {
  return <progress className={styles.progress} max={1} value={value} aria-label={label} />;
}
