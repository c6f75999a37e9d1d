// Its own file so that the chunk is called office-*: those stay out of the tablets' cache (see vite.config.ts).
export { OfficeApp } from '../features/office/OfficeApp.tsx';
