import type { GuardFacts, GuardReason, GuardVerdict } from '../../../../../domain/device/guard-rails.ts';
import { formatMegabytes } from '../../../../i18n/formats.ts';
import { type Text, useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { Notice } from '../../../../ui/Notices.tsx';

const DAY = 24 * 60 * 60 * 1000;

/** What is the matter with this tablet's memory, in plain words, and what to do about it. */
export function GuardNotice({
  facts,
  verdict,
}: {
  readonly facts: GuardFacts;
  readonly verdict: Exclude<GuardVerdict, { readonly kind: 'fine' }>;
}) {
  const t = useText('storage');
  const isHeld = verdict.kind === 'hold-new';
  const warnings = isHeld ? verdict.warnings : [];
  const all = [...verdict.reasons, ...warnings];
  return (
    <Notice
      tone={isHeld ? 'problem' : 'care'}
      title={t(`guard.${isHeld ? 'hold' : 'warn'}.title`)}
      action={
        all.includes('unsent') ? (
          <LinkButton href="/courier">{t('guard.carry')}</LinkButton>
        ) : all.includes('not-kept') ? (
          <LinkButton href="/settings">{t('guard.keep')}</LinkButton>
        ) : undefined
      }
    >
      {verdict.reasons.map((reason) => (
        <p key={reason}>{say(t, reason, isHeld ? 'hold' : 'warn', facts)}</p>
      ))}
      {warnings.map((reason) => (
        <p key={reason}>{say(t, reason, 'warn', facts)}</p>
      ))}
      {isHeld && <p>{t('guard.goOn')}</p>}
    </Notice>
  );
}

function say(t: Text, reason: GuardReason, level: 'warn' | 'hold', facts: GuardFacts): string {
  const isAtAll = reason === 'not-kept' && level === 'hold' && facts.oldestUnsent === undefined;
  return t(`guard.${reason}.${isAtAll ? 'holdAtAll' : level}`, {
    free: formatMegabytes(facts.freeBytes ?? 0),
    count: Math.floor((facts.oldestUnsent ?? 0) / DAY),
  });
}
