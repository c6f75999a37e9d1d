/** Text that may go into a page as it stands. Only `html` makes it, so that nothing unescaped gets there by oversight. */
export class Html {
  readonly text: string;
  private constructor(text: string) {
    this.text = text;
  }
  /** Literal parts as written, values escaped unless they are `Html` themselves; lists one after another. */
  static of(literals: TemplateStringsArray, values: readonly Fragment[]): Html {
    return new Html(literals.reduce((text, literal, index) => text + render(values[index - 1]) + literal));
  }
}

/** What may stand in a page: nothing is nothing. */
export type Fragment = string | number | Html | undefined | readonly Fragment[];

/** A piece of a page. Values may stand between tags and in attributes within double quotes, nowhere else. */
export function html(literals: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  return Html.of(literals, values);
}

function render(value: Fragment): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
