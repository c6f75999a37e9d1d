import type { HowMany } from './known-voices.ts';
import styles from './Workshop.module.css';

/**
 * A strip of cloth that fills with each voice: woven where a second person has checked it, in its threads where not yet. The
 * words beside it say the same, so it is silent.
 */
export function WovenBand({ many, large = false }: { readonly many: HowMany; readonly large?: boolean }) {
  // The first voice is seen too: at least one thread.
  const share = (part: number) => (part === 0 ? '0' : `max(0.6rem, ${(part / many.all) * 100}%)`);
  return (
    <div className={large ? styles.clothLarge : styles.cloth} aria-hidden="true">
      <i className={styles.threads} style={{ inlineSize: share(many.voiced) }} />
      <i className={styles.woven} style={{ inlineSize: share(many.checked) }} />
    </div>
  );
}
