/** A scribble as a PNG, base64: what the practice family's grandmother "signed". Nobody's hand. */
const SCRIBBLE =
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAAA4AQAAAABSgc6uAAAA0ElEQVR42u3TMWrDMBTG8S9dmqGgnqC5RqfqYgXJZEgGH0olPYig' +
  'F0jposHoXyxjyw6as7SaHj/0HtInJBpL/3hXvGwxltJvMZTyvMVpT99Cvwwq2DEP8RVPLdxN7W7uGXF4dkB+OpC1YHo13pLsI0mH' +
  'CX+4svMi0hHf5WUQ31yI8uZI5EiQhEjuxKD8YEhvhmFsEYMz46GDJe8tpDIzv9gSiquRCfZuPvpHxXrzFU5ltwpP8LVE1t/uXGe/' +
  'wVDx3HrNvomugZ8tDK3261/9Hb8I6yKSlt1XbgAAAABJRU5ErkJggg==';

export function scribble(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(SCRIBBLE), (sign) => sign.charCodeAt(0));
}
