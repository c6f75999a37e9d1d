/** Small line icons for buttons and states; always beside words, never instead of them. */
const paths = {
  back: 'M19 12H5M11 6l-6 6 6 6',
  next: 'M5 12h14M13 6l6 6-6 6',
  check: 'M4 12.500 9.500 18 20 7',
  close: 'M6 6l12 12M18 6 6 18',
  warning: 'M12 3.500 22 20H2ZM12 10v4.500M12 17.300v.1',
  help: 'M12 2.800a9.200 9.200 0 1 0 0 18.400 9.200 9.200 0 0 0 0-18.400ZM9.300 9.500a2.800 2.800 0 1 1 4 2.600q-1.300.7-1.300 2M12 17.200v.1',
  info: 'M12 2.800a9.200 9.200 0 1 0 0 18.400 9.200 9.200 0 0 0 0-18.400ZM12 11v5.500M12 7.600v.1',
  lock: 'M6 11h12v9H6ZM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM15.500 15.500 21 21',
  send: 'M4 12 20 5l-5 15-3.500-6.500ZM11.500 13.500 20 5',
  office: 'M4 20h16M5.500 20V9.500L12 4.500l6.500 5V20M10 20v-5h4v5',
  person:
    'M12 4a3.800 3.800 0 1 0 0 7.600A3.800 3.800 0 0 0 12 4ZM4.500 20c.6-4 3.500-6 7.500-6s6.900 2 7.500 6',
  add: 'M12 5v14M5 12h14',
  erase: 'M9 5h11v14H9l-6-7ZM12 9.500l5 5M17 9.500l-5 5',
  undo: 'M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  turn: 'M19 5v5h-5M19 10a7.500 7.500 0 1 0 .5 5',
  camera:
    'M3.500 8h4l1.500-2.500h6L16.500 8h4v11h-17ZM12 10a3.300 3.300 0 1 0 0 6.600 3.300 3.300 0 0 0 0-6.600Z',
  picture: 'M4 5h16v14H4ZM4 16l5-5 4 4 3-3 4 4M15.500 9v.1',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z',
  speaker: 'M4 9.500h3.500L12 5.500v13L7.500 14.500H4ZM15.500 9q2.200 3 0 6M18.300 6.500q4.200 5.500 0 11',
  mute: 'M4 9.500h3.500L12 5.500v13L7.500 14.500H4ZM15.500 9.500l5 5M20.500 9.500l-5 5',
  microphone:
    'M12 3.500a2.800 2.800 0 0 0-2.800 2.800v5a2.800 2.800 0 0 0 5.600 0v-5A2.800 2.800 0 0 0 12 3.500ZM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21M8.500 21h7',
  speech: 'M4 5h16v11h-9l-5 4v-4H4ZM8 9.500h8M8 12.500h5',
  stop: 'M7 7h10v10H7Z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.500V12l3 2.500',
  hide: 'M3 3l18 18M10 6q8-1 11.500 6-1 2-2.500 3.500M6.500 7.500Q4 9.300 2.500 12 5.800 18 12 18q2.500 0 4.500-1',
  install: 'M12 3v11M7.500 10 12 14.500 16.500 10M4 16v4h16v-4',
  qr: 'M4 4h6v6H4ZM14 4h6v6h-6ZM4 14h6v6H4ZM14 14h2.500v2.500M20 14v2.500M14 20h2.500M20 20v-.1',
  edit: 'M4 20l1-4L16 5l3 3L8 19ZM13.500 7.500l3 3',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
