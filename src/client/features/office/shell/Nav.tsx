import { Link, useLocation } from 'wouter';
import { DossierStatus } from '../../../../contract/down/change.ts';
import { useText } from '../../../i18n/useText.ts';
import { isOffered, useMe } from '../common/me.ts';
import styles from './Shell.module.css';
import type { Arrivals } from './useNewArrivals.ts';

/** Statuses that always have a place in the queue; the others appear when a dossier is in them. */
const always: Readonly<Record<'counter' | 'department', ReadonlySet<string>>> = {
  counter: new Set(['registered', 'accepted']),
  department: new Set(['in-progress']),
};

interface Place {
  readonly href: string;
  /** Where it is current, too. */
  readonly within?: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** Where one can go: dossiers, people, field. A group without anything to go to is not there. */
export function Nav({
  arrivals,
  onGo,
}: {
  readonly arrivals: Arrivals | undefined;
  readonly onGo: () => void;
}) {
  const t = useText('office');
  const person = useMe();
  const counts = arrivals?.counts;
  const statuses = DossierStatus.options.filter(
    (status) =>
      always[isOffered(person, 'counter') ? 'counter' : 'department'].has(status) ||
      (counts?.[status] ?? 0) > 0,
  );
  const when = (isThere: boolean, ...places: readonly Place[]) => (isThere ? places : []);
  const groups: readonly (readonly [string, readonly Place[]])[] = [
    [
      'dossiers',
      when(
        isOffered(person, 'dossiers'),
        ...statuses.map((status) => ({
          href: `/queue/${status}`,
          label: t(`status.${status}`),
          count: counts?.[status],
        })),
        { href: '/queue/all', label: t('status.all') },
        ...when(isOffered(person, 'accounts'), { href: '/accounts', label: t('nav.accounts') }),
        ...when(isOffered(person, 'logbook'), { href: '/logbook', label: t('nav.logbook') }),
      ),
    ],
    ['people', when(isOffered(person, 'staff'), { href: '/staff', label: t('nav.staff') })],
    [
      'field',
      [
        ...when(isOffered(person, 'visits'), { href: '/visits', label: t('nav.visits') }),
        ...when(isOffered(person, 'problems'), {
          href: '/problems/open',
          within: '/problems',
          label: t('nav.problems'),
        }),
        ...when(isOffered(person, 'tablets'), { href: '/tablets', label: t('nav.tablets') }),
        ...when(isOffered(person, 'drafts'), { href: '/drafts', label: t('nav.drafts') }),
        ...when(isOffered(person, 'handed'), { href: '/handed', label: t('nav.handed') }),
        ...when(isOffered(person, 'courier'), { href: '/courier', label: t('nav.courier') }),
      ],
    ],
    [
      'office',
      [
        ...when(isOffered(person, 'manage'), { href: '/procedures', label: t('nav.procedures') }),
        ...when(isOffered(person, 'languages'), { href: '/languages', label: t('nav.languages') }),
        ...when(isOffered(person, 'settings'), { href: '/settings', label: t('nav.settings') }),
      ],
    ],
  ];
  return (
    <nav className={styles.nav} aria-label={t('nav.label')} id="office-nav">
      {groups
        .filter(([, places]) => places.length > 0)
        .map(([group, places]) => (
          <section key={group} aria-labelledby={`nav-${group}`}>
            <h2 id={`nav-${group}`}>{t(`nav.${group}`)}</h2>
            <ul>
              {places.map((place) => (
                <NavItem key={place.href} {...place} onGo={onGo} />
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}

function NavItem({ href, within = href, label, count, onGo }: Place & { readonly onGo: () => void }) {
  const [location] = useLocation();
  const isHere = location === href || location.startsWith(`${within}/`);
  return (
    <li>
      <Link href={href} onClick={onGo} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
        <span>{label}</span>
        {count !== undefined && <span className="numbers">{count}</span>}
      </Link>
    </li>
  );
}
