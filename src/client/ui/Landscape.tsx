/** The home of the house: limestone hills, terraces, a house on stilts. For screens with nothing yet to show. */
export function Landscape() {
  return (
    <svg viewBox="0 0 360 196" width={360} height={196} fill="none" aria-hidden="true">
      <circle cx="276" cy="46" r="21" fill="var(--clay-bright)" />
      <path
        d="M2 168c26-30 40-76 62-80 24-4 32 34 44 34 20 0 30-74 58-78 30-4 42 76 66 78 14 0 26-30 46-32 28-2 46 52 80 62v30H2Z"
        fill="var(--indigo-wash)"
        stroke="var(--indigo-mid)"
        strokeWidth="2.5"
      />
      <path
        d="M166 62c-8 18-14 34-24 46M66 104c-6 12-10 22-18 32M280 106c6 8 10 16 20 22"
        stroke="var(--indigo-mid)"
        strokeWidth="2"
        strokeLinecap="round"
        opacity="0.5"
      />
      <path d="M0 172c62-22 118-16 176-8s124-16 184-4v30q0 6-6 6H6q-6 0-6-6Z" fill="var(--indigo)" />
      <g stroke="var(--saffron)" strokeWidth="2.2" strokeLinecap="round">
        <path d="M14 180c56-17 104-13 160-5M192 177c58 8 108-14 154-8" />
        <path d="M34 189c48-12 92-10 138-4M206 187c46 4 92-10 132-8" opacity="0.6" />
      </g>
      <g stroke="var(--indigo-deep)" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M196 134h60v22h-60Z" fill="var(--surface)" />
        <path d="M200 156v15M226 156v16M252 156v14" />
        <path d="M210 156v-14h11v14M232 142h13v7h-13Z" fill="var(--skin)" />
        <path d="M186 136 208 108h36l22 28Z" fill="var(--saffron)" />
        <path d="M196 126h60M202 117h48" strokeWidth="1.6" />
        <path d="m214 157-7 15M209 163h5M206 168h5" stroke="var(--clay)" strokeWidth="2" />
      </g>
    </svg>
  );
}
