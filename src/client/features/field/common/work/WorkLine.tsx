import { useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { useSession } from '../services.ts';
import { MoreWork } from './MoreWork.tsx';
import { stateOfSupplement } from './supplement-state.ts';
import { useKeptWork } from './useKeptWork.ts';

/** On the home screen: how much the office asks for. Says nothing when there is nothing to do. */
export function WorkLine() {
  const t = useText('supplement');
  const { records } = useSession();
  const kept = useKeptWork();
  const entries = records.listEntries();
  const open = (kept?.work.supplements ?? []).filter((one) => {
    const { kind } = stateOfSupplement(one, entries);
    return kind === 'to-do' || kind === 'begun';
  });
  if (open.length === 0) return <MoreWork work={kept?.work} />;
  return (
    <>
      <MoreWork work={kept?.work} />
      <Notice
        tone="care"
        title={t('home.title', { count: open.length })}
        action={
          <LinkButton href="/work" iconAfter={<Icon name="next" />}>
            {t('home.look')}
          </LinkButton>
        }
      >
        {open[0]?.subjectName}
      </Notice>
    </>
  );
}
