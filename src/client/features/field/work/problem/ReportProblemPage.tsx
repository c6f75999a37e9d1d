import { useLocation } from 'wouter';
import { useText } from '../../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Spinner } from '../../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../../ui/Page.tsx';
import { TextArea } from '../../../../ui/TextField.tsx';
import { useSession } from '../../common/services.ts';
import { useVoiceRecorder } from '../../common/useVoiceRecorder.ts';
import styles from '../report/Report.module.css';
import { ReportFiles } from '../report/ReportFiles.tsx';
import { SaveLine } from '../report/SaveLine.tsx';
import { useSend } from '../report/useSend.ts';
import { useUnsent } from '../report/useUnsent.ts';

/** `/work/report/:about?`: something is in the way; said in words, with photos or aloud, and sealed to the office. */
export function ReportProblemPage({ about }: { readonly about: string | undefined }) {
  const t = useText('reports');
  const { records } = useSession();
  const [, navigate] = useLocation();
  const entry = records.listEntries().find(({ id }) => id === about);
  // The office knows the dossier that a supplement goes on with, never the supplement itself.
  const of = { kind: 'problem', about: entry?.supplements?.dossierId ?? about ?? null } as const;
  const unsent = useUnsent(about ?? 'general', of);
  const { send, state } = useSend(unsent, of);
  const voice = useVoiceRecorder(({ bytes, mediaType }) =>
    unsent.addFile({ document: 'voice', bytes, mediaType }),
  );
  const { report } = unsent;
  if (report === undefined) return <Spinner label={t('working')} />;
  const isEmpty = report.text.trim() === '' && report.files.length === 0;
  const back = about === undefined ? '/work' : `/summary/${about}`;
  return (
    <Page
      width="narrow"
      foot={
        <FootBar
          end={
            <Button
              variant="solid"
              size="large"
              icon={<Icon name="send" />}
              busy={state === 'sending'}
              disabled={isEmpty || voice.isBusy}
              onClick={() =>
                void send().then((id) => {
                  if (id !== undefined) navigate(`/work/problem/${id}`, { replace: true });
                })
              }
            >
              {t('problem.send')}
            </Button>
          }
        >
          <LinkButton href={back} size="large" icon={<Icon name="back" />}>
            {t('back')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.page}>
        <header>
          <ScreenTitle>{t('problem.title')}</ScreenTitle>
          <p className={styles.soft}>
            {entry === undefined ? t('problem.what') : t('problem.about', { title: entry.title })}
          </p>
        </header>
        <TextArea
          label={t('problem.text')}
          hint={t('problem.textHint')}
          rows={5}
          maxLength={2000}
          value={report.text}
          onChange={(text) => unsent.change({ text })}
        />
        <SaveLine save={unsent.save} isFull={state === 'no-space'} />
        <ReportFiles unsent={unsent} voice={voice} />
      </div>
    </Page>
  );
}
