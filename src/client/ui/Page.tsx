import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './Page.module.css';

interface PageProps {
  readonly top?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  /** `middle` centres what stands on the page, for a single thing to do. */
  readonly align?: 'top' | 'middle';
  /** Width of the reading column; `full` for screens that lay themselves out. */
  readonly width?: 'narrow' | 'wide' | 'full';
}

/** What every screen has in the same corner; nothing where nobody gives it. */
export const PageTool = createContext<ReactNode>(undefined);

/** One screen: the woven band, a top line, what it is about, and a foot with the ways on that stays in view. */
export function Page({ top, foot, children, align = 'top', width = 'full' }: PageProps) {
  const tool = useContext(PageTool);
  return (
    <div className={classNames(styles.page, top === undefined && tool !== undefined && styles.bare)}>
      <WovenBand />
      {top ?? (tool !== undefined && <TopBar />)}
      <main className={classNames(styles.main, align === 'middle' && styles.middle)} tabIndex={-1}>
        <div className={classNames(styles.column, styles[width])}>{children}</div>
      </main>
      {foot}
    </div>
  );
}

/** The signature of the house: a strip of weaving, down the side on tablets, across the top on phones. */
export function WovenBand() {
  return <div className={styles.band} aria-hidden="true" />;
}

/** What is so: where one is on the left, states and tools on the right, and the tool of every screen in the corner. */
export function TopBar({ children, end }: { readonly children?: ReactNode; readonly end?: ReactNode }) {
  const tool = useContext(PageTool);
  return (
    <header className={classNames(styles.top, tool !== undefined && styles.withTool)}>
      <div className={styles.start}>{children}</div>
      {end !== undefined && <div className={styles.end}>{end}</div>}
      {tool !== undefined && <span className={styles.tool}>{tool}</span>}
    </header>
  );
}

/** Ways on, always in the same places: back on the left, next on the right. */
export function FootBar({ children, end }: { readonly children?: ReactNode; readonly end?: ReactNode }) {
  return (
    <footer className={styles.foot}>
      <div className={styles.footStart}>{children}</div>
      {end !== undefined && <div className={styles.footEnd}>{end}</div>}
    </footer>
  );
}

/** The screen's heading. Takes the focus when it changes, so that a screen reader begins with it. */
export function ScreenTitle({
  children,
  size = 'title',
}: {
  readonly children: ReactNode;
  readonly size?: 'title' | 'question';
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new heading is the very reason to move the focus
  useEffect(() => ref.current?.focus({ preventScroll: true }), [children]);
  return (
    <h1 ref={ref} tabIndex={-1} className={styles[size]}>
      {children}
    </h1>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({
  drawing,
  children,
}: {
  readonly drawing?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {drawing}
      <p>{children}</p>
    </div>
  );
}

/** A raised sheet on the paper ground. */
export function Sheet({
  children,
  print = false,
}: {
  readonly children: ReactNode;
  readonly print?: boolean;
}) {
  return (
    <div className={styles.sheet} {...(print ? { 'data-print': '' } : {})}>
      {children}
    </div>
  );
}
