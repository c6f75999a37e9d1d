/** Which file of a workbook is which sheet: path → name. What is not there is found out by the reader of workbooks. */
export function sheetFilesIn(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const targets = new Map(
    tagsIn(files.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((tag) => [
      tag.get('Id'),
      pathOf(tag.get('Target') ?? ''),
    ]),
  );
  return new Map(
    tagsIn(files.get('xl/workbook.xml') ?? '', 'sheet').flatMap((tag) => {
      const path = targets.get(tag.get('r:id'));
      const name = tag.get('name');
      return path === undefined || name === undefined ? [] : [[path, name] as const];
    }),
  );
}

/** Targets are relative to `xl/`, or begin with a slash. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function tagsIn(xml: string, name: string): ReadonlyMap<string, string>[] {
  const start = new RegExp(`<(?:[A-Za-z_][\\w.-]*:)?${name}(?=\\s)`, 'g');
  const tags: Map<string, string>[] = [];
  for (let tag = start.exec(xml); tag !== null; tag = start.exec(xml)) {
    const end = xml.indexOf('>', start.lastIndex);
    if (end < 0) break;
    const attributes = xml.slice(start.lastIndex, end).matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    tags.push(
      new Map([...attributes].map(([, key = '', double, single]) => [key, plain(double ?? single ?? '')])),
    );
    start.lastIndex = end;
  }
  return tags;
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
