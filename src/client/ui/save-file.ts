/** Milliseconds; the browser has read the file by then. */
const FORGET_AFTER = 60_000;

/** Into the folder where the browser puts downloads. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FORGET_AFTER);
}
