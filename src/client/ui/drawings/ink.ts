/** The few colours of the drawings, all from tokens.css. */
export const paper = 'var(--surface)';
export const skin = 'var(--skin)';
export const indigo = 'var(--indigo)';
export const indigoMid = 'var(--indigo-mid)';
export const clay = 'var(--clay-bright)';
export const saffron = 'var(--saffron)';
export const leaf = 'var(--leaf-bright)';
export const stone = 'var(--line)';
