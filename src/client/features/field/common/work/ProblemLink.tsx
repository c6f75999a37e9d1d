import { useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { useIsPractice } from './useIsPractice.ts';

/** From a record to telling the office that something is in its way. */
export function ProblemLink({ record }: { readonly record: string }) {
  const t = useText('reports');
  if (useIsPractice()) return null;
  return (
    <div>
      <LinkButton href={`/work/report/${record}`} icon={<Icon name="speech" />}>
        {t('problem.report')}
      </LinkButton>
    </div>
  );
}
