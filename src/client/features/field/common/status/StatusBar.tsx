import { useEffect, useState } from 'react';
import { formatMegabytes, formatMoment } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { StatusPill } from '../../../../ui/Notices.tsx';
import { useDevice, useServices, useSyncStatus } from '../services.ts';
import { describeSending, findRest } from './describe-sending.ts';

/** One line of truth: is it sending, when did the office last answer. Makes no promise of its own. */
export function StatusBar() {
  const t = useText();
  const { now } = useServices();
  const status = useSyncStatus();
  const device = useDevice();
  useMinutes();
  const { key, shape } = describeSending(status);
  const lastAnswerAt = status.lastAnswerAt ?? device?.lastAnswerAt;
  const left = findRest(status) ?? { dossiersLeft: 0, bytesLeft: 0 };
  const line = t(`status.${key}`, {
    time: lastAnswerAt === undefined ? '' : formatMoment(lastAnswerAt, now(), t),
    count: left.dossiersLeft,
    size: formatMegabytes(left.bytesLeft),
  });
  const last = key === 'offline' && lastAnswerAt !== undefined;
  return (
    <div role="status">
      <StatusPill state={shape}>
        {line}
        {last && ` · ${t('status.lastAnswer', { time: formatMoment(lastAnswerAt, now(), t) })}`}
      </StatusPill>
    </div>
  );
}

/** Renders again each minute, so that "10:42" becomes "10:42 yesterday" when it should. */
function useMinutes(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
}
