import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';

interface Look {
  /** `solid`: the one thing to do next. `outline`: a good other way. `quiet`: out of the way. */
  readonly variant?: 'solid' | 'outline' | 'quiet';
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: ReactNode;
  /** On the far side of the words: an arrow onwards. */
  readonly iconAfter?: ReactNode;
  readonly wide?: boolean;
}

type ButtonProps = Look &
  Omit<ComponentProps<'button'>, 'className'> & {
    /** Shown as working, and not pressable twice. */
    readonly busy?: boolean;
  };

const look = ({ variant = 'outline', size = 'normal', wide }: Look) =>
  classNames(styles.button, styles[variant], styles[size], wide && styles.wide);

/** A native button; at least 56 px tall (`small`, for the office's desks, 44 px). */
export function Button({
  variant = 'outline',
  size = 'normal',
  icon,
  iconAfter,
  wide = false,
  busy = false,
  disabled = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy}
      className={look({ variant, size, wide })}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children !== undefined && <span>{children}</span>}
      {iconAfter}
    </button>
  );
}

type LinkButtonProps = Look & {
  readonly href: string;
  readonly children: ReactNode;
  readonly label?: string;
};

/** Looks like a button, goes to another screen of the app. */
export function LinkButton({
  href,
  children,
  icon,
  iconAfter,
  variant = 'outline',
  size = 'normal',
  wide = false,
  label,
}: LinkButtonProps) {
  return (
    <Link
      href={href}
      className={look({ variant, size, wide })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {icon}
      <span>{children}</span>
      {iconAfter}
    </Link>
  );
}
